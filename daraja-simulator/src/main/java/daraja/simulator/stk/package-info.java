/** The prompt on the payer's phone: push, query, callback and how each phone behaves. */
@NullMarked
package daraja.simulator.stk;

import org.jspecify.annotations.NullMarked;
