/** A customer's wish list over HTTP. */
@NullMarked
package duka.wishlist.web;

import org.jspecify.annotations.NullMarked;
