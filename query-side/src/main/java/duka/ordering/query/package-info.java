/** How an order's events make its view. */
@NullMarked
package duka.ordering.query;

import org.jspecify.annotations.NullMarked;
