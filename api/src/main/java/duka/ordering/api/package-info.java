/** What somebody bought: the messages about orders. */
@NullMarked
package duka.ordering.api;

import org.jspecify.annotations.NullMarked;
