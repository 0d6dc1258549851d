/** The carts as their owners see them. */
@NullMarked
package duka.cart.query;

import org.jspecify.annotations.NullMarked;
