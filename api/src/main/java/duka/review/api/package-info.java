/** What may be asked and told of reviews: what customers think of a product. */
@NullMarked
package duka.review.api;

import org.jspecify.annotations.NullMarked;
