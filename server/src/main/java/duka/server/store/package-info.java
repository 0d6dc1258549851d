/** The event store in PostgreSQL, and what makes it safe to read from while it is written to. */
@NullMarked
package duka.server.store;

import org.jspecify.annotations.NullMarked;
