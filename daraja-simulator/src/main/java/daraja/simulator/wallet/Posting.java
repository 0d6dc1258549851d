package daraja.simulator.wallet;

/** What became of an attempt to move money. */
public sealed interface Posting {

    /** It moved, and the line is on the disk. */
    record Posted(Entry entry) implements Posting {}

    /** Nothing moved, for the reason of this result code. */
    record Declined(String code) implements Posting {}
}
