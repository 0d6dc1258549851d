/** How an order is paid, over HTTP. */
@NullMarked
package duka.payment.web;

import org.jspecify.annotations.NullMarked;
