/** What may be asked and told of wish lists: what customers mean to come back to. */
@NullMarked
package duka.wishlist.api;

import org.jspecify.annotations.NullMarked;
