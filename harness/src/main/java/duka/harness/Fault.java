package duka.harness;

/** What the {@link Nemesis} can do. */
enum Fault {
    /** kill -9 of the server, and up again. */
    KILL,
    /** The server dies at lines at which none died before, one after the other, and comes back. */
    CRASH,
    /** The server stands still for some seconds. */
    STOP,
    /** kill -9 of PostgreSQL; the server has to bring it back by itself. */
    DB,
    /** Every session of the server's is cut, five times in a second. */
    BACKENDS,
    /** One backend stands still, if possible one that holds the turn to append. */
    FREEZE,
    /** M-Pesa is slow, silent, deaf, resets or is gone. */
    WORLD,
    /** Callbacks come five times, in another order, late, before the push is answered, or not at all. */
    CALLBACKS,
    /** The server comes back with a clock that is five minutes off. */
    CLOCK
}
