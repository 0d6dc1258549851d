package duka.payment.api;

/** The states of one attempt (section 10 of the Daraja notes). */
public enum AttemptState {
    CREATED,
    SENDING,
    PENDING,
    SEND_UNKNOWN,
    REJECTED,
    PAID_UNVERIFIED,
    PAID,
    FAILED,
    EXPIRED_OPEN,
    REVIEW;

    /** Whether a prompt may be on a phone right now. */
    public boolean isOpen() {
        return this == CREATED || this == SENDING || this == PENDING || this == SEND_UNKNOWN;
    }
}
