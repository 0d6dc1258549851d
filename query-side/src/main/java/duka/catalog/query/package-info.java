/** The shop's window: categories, products, search. */
@NullMarked
package duka.catalog.query;

import org.jspecify.annotations.NullMarked;
