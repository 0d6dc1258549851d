/** A customer's cart over HTTP. */
@NullMarked
package duka.cart.web;

import org.jspecify.annotations.NullMarked;
