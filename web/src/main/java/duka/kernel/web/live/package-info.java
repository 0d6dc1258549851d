/** Sockets that tell people of what happens, in order and without a gap: one follower of the history for all of them. */
@NullMarked
package duka.kernel.web.live;

import org.jspecify.annotations.NullMarked;
