/** The wish lists as their owners see them. */
@NullMarked
package duka.wishlist.query;

import org.jspecify.annotations.NullMarked;
