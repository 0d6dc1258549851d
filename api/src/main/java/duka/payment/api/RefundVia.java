package duka.payment.api;

/** The ways in which money goes back. */
public enum RefundVia {
    /** Undoes one whole payment by its receipt. */
    REVERSAL,
    /** Pays the customer's phone. */
    B2C,
    /** Staff pay it back by hand. */
    MANUAL
}
