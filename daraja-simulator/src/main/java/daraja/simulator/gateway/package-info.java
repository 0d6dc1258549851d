/** What every Safaricom call passes first: tokens, JSON, fields and the forms of refusals and ids. */
@NullMarked
package daraja.simulator.gateway;

import org.jspecify.annotations.NullMarked;
