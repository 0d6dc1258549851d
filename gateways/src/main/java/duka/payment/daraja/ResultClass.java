package duka.payment.daraja;

/** What a result code means for the thing that was asked for. */
enum ResultClass {
    SUCCESS,
    /** It ended, and brought nothing; this is final. */
    FAILURE,
    IN_FLIGHT,
    /** Says nothing about the thing itself. */
    NO_ANSWER,
    /** It was done before. */
    DONE_BEFORE,
    /** Nobody has explained this code: nothing changes and staff are told. */
    UNKNOWN
}
