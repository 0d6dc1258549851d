/** Named lines at which the server can be made to die, to see what becomes of what it was doing: for the torture alone. */
@NullMarked
package duka.server.crash;

import org.jspecify.annotations.NullMarked;
