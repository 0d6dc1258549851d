package duka.payment.api;

import duka.kernel.Rejection;
import java.time.LocalDate;
import java.util.Optional;

/** Each day's statement of M-Pesa beside the shop's own books. */
public interface Reconciliations {

    /**
     * What was kept of a day, or else what is found now.
     *
     * @param day in the shop's time zone, today at the latest
     * @return nothing while M-Pesa cannot be asked
     * @throws Rejection {@code statement_out_of_reach}, if nothing was kept and M-Pesa no longer tells
     */
    Optional<Reconciliation> of(LocalDate day);
}
