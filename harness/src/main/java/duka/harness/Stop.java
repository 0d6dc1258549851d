package duka.harness;

/** Ends a program with one clear line for its user. */
public final class Stop extends RuntimeException {

    public Stop(String message) {
        super(message, null, false, false);
    }

    /** Runs {@code program}; what it cannot do is one line on standard error and exit status 1. */
    @SuppressWarnings("SystemExitOutsideMain")
    public static void onFailure(Program program) throws Exception {
        try {
            program.run();
        } catch (Stop stop) {
            System.err.println("duka: " + stop.getMessage());
            System.exit(1);
        }
    }

    /** A main method's work. */
    @FunctionalInterface
    public interface Program {
        void run() throws Exception;
    }
}
