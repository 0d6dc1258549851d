package duka.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Lets the server die at its named lines: it lists each line that it passes, and when told to, dies at the first at
 * which none died before. Both lists stay with the data, so that a later run goes on with them.
 */
final class Crashes {

    private static final int IN_A_ROW = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final String WHERE = "DUKA_CRASH_AT";

    private final OwnSystem system;
    private int deaths;

    Crashes(OwnSystem system) {
        this.system = system;
    }

    /** The file of a shop's lines, by its data. */
    static Path points(Path data) {
        return data.toAbsolutePath().resolve("crash-points.txt");
    }

    /** How many lines the server is known to have. */
    int known() throws IOException {
        return lines(points(system.data()));
    }

    /** At how many of them it died. */
    int hit() throws IOException {
        return lines(Path.of(points(system.data()) + ".deaths"));
    }

    /** How often it died so, in this run. */
    int deaths() {
        return deaths;
    }

    /** @param up starts the server for good */
    void dieOnceAtEach(Nemesis.Act up) throws Exception {
        system.set(WHERE, "each");
        system.killServer();
        for (int n = 0; n < IN_A_ROW && dies(); n++) {
            deaths++;
        }
        system.set(WHERE, "");
        System.err.printf("  CRASH: died at %d of %d lines so far%n", hit(), known());
        up.run();
    }

    private boolean dies() throws Exception {
        int before = hit();
        try {
            system.up();
        } catch (Stop stop) {
            if (hit() == before) {
                throw stop;
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (hit() == before && System.nanoTime() < end) {
            Thread.sleep(LOOK);
        }
        // It writes the line down before it dies, and has its port until it is dead.
        system.killServer();
        return hit() > before;
    }

    private static int lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }
}
