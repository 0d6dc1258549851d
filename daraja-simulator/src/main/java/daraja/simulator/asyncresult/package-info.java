/** Products that are acknowledged now and answered later: reversal, payout, status and balance. */
@NullMarked
package daraja.simulator.asyncresult;

import org.jspecify.annotations.NullMarked;
