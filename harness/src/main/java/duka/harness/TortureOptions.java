package duka.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long and how a shop is tortured.
 *
 * @param patience how long an order may wait for its money; a prompt may wait a quarter of it
 * @param data where its data and the journal are; a run on the data of an earlier one goes on with them
 * @param frozen how long a backend stands still
 */
record TortureOptions(
        long seed,
        Duration time,
        List<Fault> faults,
        double perSecond,
        int customers,
        Duration patience,
        Duration frozen,
        Path data,
        boolean json) {

    static final String USAGE = """
            ./duka torture [--seed S] [--minutes M] [--faults kill,crash,stop,db,backends,freeze,world,callbacks,
                           clock] [--rate R] [--frozen SECONDS] [--data DIR] [--short] [--json]

            Runs a shop of its own under R checkouts a second (4) for M minutes (5), does harm to it at times of the
            seed, lets it heal, and judges what is left by the journal, the database and the simulator's ledger. With
            --data a later run goes on with the data of an earlier one. --short is what ./duka test runs: a minute with the
            faults that a shop survives in seconds. Ends with 0 only if no promise was broken.""";

    private static final long SHORT_SEED = 20;
    private static final String SHORT_FAULTS = "kill,db,backends,world,callbacks";
    private static final Set<Fault> ALL = Set.of(Fault.values());

    /** @return {@code null} if somebody asks for help */
    static @Nullable TortureOptions of(String... arguments) throws IOException {
        List<String> given = Arrays.asList(arguments);
        if (given.contains("--help")) {
            return null;
        }
        String data = value(given, "--data", "");
        boolean brief = given.contains("--short");
        return new TortureOptions(
                Long.parseLong(value(given, "--seed", Long.toString(brief ? SHORT_SEED : System.nanoTime()))),
                Duration.ofMillis((long) (Double.parseDouble(value(given, "--minutes", brief ? "1" : "5")) * 60_000)),
                faults(value(given, "--faults", brief ? SHORT_FAULTS : "")),
                Double.parseDouble(value(given, "--rate", "4")),
                brief ? 40 : 120,
                Duration.ofMinutes(brief ? 1 : 4),
                Duration.ofSeconds(Long.parseLong(value(given, "--frozen", "15"))),
                data.isEmpty() ? Files.createTempDirectory("duka-torture") : Files.createDirectories(Path.of(data)),
                given.contains("--json"));
    }

    /** For people; JSON stands alone. */
    void say(String what) {
        if (!json) {
            System.out.println(what);
        }
    }

    private static List<Fault> faults(String names) {
        if (names.isEmpty()) {
            return ALL.stream().sorted().toList();
        }
        return Arrays.stream(names.split(",", -1))
                .map(name -> Fault.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static String value(List<String> given, String option, String otherwise) {
        int at = given.indexOf(option);
        return at >= 0 && at + 1 < given.size() ? given.get(at + 1) : otherwise;
    }
}
