/** Virtual time: it flows like real time and can be pushed forward. */
@NullMarked
package daraja.simulator.clock;

import org.jspecify.annotations.NullMarked;
