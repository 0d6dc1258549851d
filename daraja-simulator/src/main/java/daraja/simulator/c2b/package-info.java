/** Money that customers send by themselves, and the shop's registered addresses for it. */
@NullMarked
package daraja.simulator.c2b;

import org.jspecify.annotations.NullMarked;
