/** What somebody means to buy: the messages about carts. */
@NullMarked
package duka.cart.api;

import org.jspecify.annotations.NullMarked;
