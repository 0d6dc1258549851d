/** How a wish list decides: what is on it, and how much fits. */
@NullMarked
package duka.wishlist.command;

import org.jspecify.annotations.NullMarked;
