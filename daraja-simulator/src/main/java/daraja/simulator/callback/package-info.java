/** The way back to the shop: posts of callbacks and results, and the record of them. */
@NullMarked
package daraja.simulator.callback;

import org.jspecify.annotations.NullMarked;
