/** Work that is written down in a transaction and done outside of it: workers, deadlines and claims. */
@NullMarked
package duka.server.duework;

import org.jspecify.annotations.NullMarked;
