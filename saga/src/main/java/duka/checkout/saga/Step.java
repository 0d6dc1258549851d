package duka.checkout.saga;

/** Where one sale stands. The names are stored, and shown to staff: they are never renamed. */
enum Step {
    /** Nothing has happened yet, or it happened before this checkout was there. */
    NEW,
    /** The pieces are held and the time to pay runs. */
    AWAITING_PAYMENT,
    /** The time to pay is over; a prompt that is on a phone may still be answered. */
    LAST_PROMPT,
    /** Somebody says that money came and nobody confirmed it: only a verdict goes on from here, no clock. */
    UNDER_REVIEW,
    /** The order was asked to end, or was found ended; its own event says what is to be undone. */
    CANCELLING,
    /** Sold. On its way to be delivered, and to be paid if it is not yet. */
    CONFIRMED,
    /** The order ended and nothing is owed; stray money may still come. */
    ENDED,
    /** The order ended and its money is on its way back. */
    REFUNDING,
    /** The order ended and its money could not be sent back: staff do it. */
    REFUND_BY_STAFF;

    /** Whether the order is known to have ended. */
    boolean isOver() {
        return this == ENDED || this == REFUNDING || this == REFUND_BY_STAFF;
    }
}
