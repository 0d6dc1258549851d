package daraja.simulator.stk;

/** What the shop hears when it asks for a prompt. */
enum PushAnswer {
    ACCEPTED,
    /** The prompt is decided and called back before the push is answered. */
    AFTER_CALLBACK,
    /** The prompt goes out and the connection ends unanswered. */
    CUT,
    /** The edge's 503; no prompt goes out. */
    UNAVAILABLE
}
