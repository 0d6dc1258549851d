package duka.payment.api;

/** Where a payment stands, as everybody may read it. */
public enum PaymentStatus {
    /** Asked for, and no prompt is on its way yet. */
    INITIATED,
    /** A prompt may be on a phone, or money came that nobody has confirmed yet. */
    PENDING,
    /** The last attempt brought nothing; another may begin. */
    FAILED,
    /** Staff must look at it. */
    DISPUTED,
    SUCCEEDED,
    /** Staff ended it. */
    CANCELLED;

    public static PaymentStatus of(AttemptState attempt) {
        return switch (attempt) {
            case CREATED, SENDING -> INITIATED;
            case PENDING, SEND_UNKNOWN, PAID_UNVERIFIED -> PENDING;
            case REJECTED, FAILED, EXPIRED_OPEN -> FAILED;
            case REVIEW -> DISPUTED;
            case PAID -> SUCCEEDED;
        };
    }
}
