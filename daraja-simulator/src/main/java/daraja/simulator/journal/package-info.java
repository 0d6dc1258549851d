/** Files that only grow: what must survive a restart is written here, one JSON line each. */
@NullMarked
package daraja.simulator.journal;

import org.jspecify.annotations.NullMarked;
