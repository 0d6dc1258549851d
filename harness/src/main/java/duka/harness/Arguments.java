package duka.harness;

/** What people write behind a command. */
public final class Arguments {

    private Arguments() {}

    /** The number at a place, or another if nothing was written there. @throws Stop if it is none */
    public static long number(String[] arguments, int at, long otherwise) {
        return arguments.length > at ? number(arguments[at]) : otherwise;
    }

    /** @throws Stop if it is no whole number from 0 to a billion */
    public static int number(String written) {
        if (!written.matches("[0-9]{1,9}")) {
            throw new Stop(written + " is no number; --help says what is taken.");
        }
        return Integer.parseInt(written);
    }
}
