/** The API operator: a test certificate, and the check of credentials that were encrypted with it. */
@NullMarked
package daraja.simulator.initiator;

import org.jspecify.annotations.NullMarked;
