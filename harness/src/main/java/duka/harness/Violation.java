package duka.harness;

/**
 * A promise that was found broken.
 *
 * @param what for whoever reads the report: which order, phone, SKU or reader, and how
 */
record Violation(Kind kind, String what) {

    /** The invariants of the reliability catalogue, as finely as a report counts them. */
    enum Kind {
        LOST("I1"),
        UNFINISHED("I1"),
        DOUBLE_CHARGE("I2"),
        UNPAID("I2"),
        OVERSOLD("I3"),
        STOCK("I3"),
        OVERDUE("I4"),
        READ_MODEL("I5"),
        READER("I6"),
        LEDGER("I8"),
        ANSWER("I9"),
        LEAK("I10"),
        RECOVERY("P7");

        private final String invariant;

        Kind(String invariant) {
            this.invariant = invariant;
        }
    }

    @Override
    public String toString() {
        return kind.invariant + " " + what;
    }
}
