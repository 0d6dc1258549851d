/** What customers think, as the shop shows it, and what it adds up to for a product. */
@NullMarked
package duka.review.query;

import org.jspecify.annotations.NullMarked;
