/** What all projections share: batches of rows, and views kept as JSON. */
@NullMarked
package duka.kernel.query;

import org.jspecify.annotations.NullMarked;
