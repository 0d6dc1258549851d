/** The stock as staff see it. */
@NullMarked
package duka.inventory.query;

import org.jspecify.annotations.NullMarked;
