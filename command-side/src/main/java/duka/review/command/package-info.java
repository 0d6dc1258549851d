/** How a review decides: who writes once, and what staff hide. */
@NullMarked
package duka.review.command;

import org.jspecify.annotations.NullMarked;
