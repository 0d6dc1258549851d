/** The list of the last 48 hours' payments that a shop may pull. */
@NullMarked
package daraja.simulator.pull;

import org.jspecify.annotations.NullMarked;
