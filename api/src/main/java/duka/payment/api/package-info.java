/** How an order is paid and refunded: the messages about payments and their attempts. */
@NullMarked
package duka.payment.api;

import org.jspecify.annotations.NullMarked;
