package duka.payment.daraja;

import duka.payment.api.PaymentId;

/** What came of a callback. */
sealed interface Reading {

    /** It belongs to this payment and was weighed there. */
    record Matched(PaymentId payment) implements Reading {}

    /** It changed nothing of value, and is kept for staff. */
    record Unmatched(String reason) implements Reading {}
}
