/** How an order decides: what may happen to it, and when it is too late. */
@NullMarked
package duka.ordering.command;

import org.jspecify.annotations.NullMarked;
