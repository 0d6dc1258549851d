/** How a cart decides: what fits in, and what an order takes out. */
@NullMarked
package duka.cart.command;

import org.jspecify.annotations.NullMarked;
