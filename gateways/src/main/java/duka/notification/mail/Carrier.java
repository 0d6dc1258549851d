package duka.notification.mail;

/** Takes a message out of the building. */
interface Carrier {

    /** What came of it. */
    enum Outcome {
        TAKEN,
        /** It surely did not go out, and may be tried again. */
        NOT_NOW,
        /** Its reader is not reached this way, now or later. */
        REFUSED,
        /** It may have gone out. */
        UNKNOWN
    }

    Outcome carry(Worded message);
}
