/** Trouble on demand: scripts and switches that make the simulator misbehave as Safaricom does. */
@NullMarked
package daraja.simulator.script;

import org.jspecify.annotations.NullMarked;
