/** How commands are sent and how events reach their readers: in order, in time, each once, and none forgotten. */
@NullMarked
package duka.server.processing;

import org.jspecify.annotations.NullMarked;
