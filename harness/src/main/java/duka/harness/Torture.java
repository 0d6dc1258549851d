package duka.harness;

import duka.harness.Checker.Verdict;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A shop under load to which a {@link Nemesis} does harm, until the time is over; then it may heal, and the
 * {@link Checker} judges what is left. One seed makes the load, the harm and their times the same again.
 */
final class Torture {

    /**
     * Below the ports that the kernel gives to clients: one of hundreds who ask again while nobody listens would sooner or
     * later be given this very port, be connected with itself, and keep the server from coming back.
     */
    private static final int PORT = 20_080;

    private static final int WORLD_PORT = PORT + 2;
    private static final int CONNECTIONS = 256;
    private static final int PLENTY = 1_000_000;
    private static final int FEW = 150;
    private static final int LONGEST_PEACE_MILLIS = 8_000;
    private static final Duration HEALING = Duration.ofMinutes(8);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final TortureOptions options;
    private final OwnSystem system;
    private final Nemesis nemesis;
    private final Random random;
    private final Path journalFile;

    private Torture(TortureOptions options, OwnSystem system, World world) {
        this.options = options;
        this.system = system;
        this.random = new Random(options.seed());
        this.nemesis = new Nemesis(system, world, random, options.frozen());
        this.journalFile = options.data().resolve("torture.journal");
    }

    public static void main(String[] arguments) throws Exception {
        Stop.onFailure(() -> {
            TortureOptions options = TortureOptions.of(arguments);
            if (options == null) {
                System.out.println(TortureOptions.USAGE);
                return;
            }
            TortureReport report = run(options);
            report.print(options.json());
            if (!report.isClean()) {
                throw new Stop("promises were broken; data, journal and logs stay in " + options.data());
            }
        });
    }

    private static TortureReport run(TortureOptions options) throws Exception {
        options.say("seed " + options.seed() + ", data and journal in " + options.data());
        Map<String, String> settings = Map.of(
                "DUKA_PAYMENT_WINDOW",
                options.patience().toSeconds() + "s",
                "DUKA_ATTEMPT_DEADLINE",
                options.patience().dividedBy(4).toSeconds() + "s",
                "DUKA_DARAJA_BASE_URL",
                "http://localhost:" + WORLD_PORT,
                "DUKA_CRASH_POINTS_FILE",
                options.faults().contains(Fault.CRASH)
                        ? Crashes.points(options.data()).toString()
                        : "");
        try (World world = new World(WORLD_PORT, PORT + 1);
                OwnSystem system = OwnSystem.start(options.data(), PORT, CONNECTIONS, settings)) {
            return new Torture(options, system, world).run();
        }
    }

    private TortureReport run() throws Exception {
        Ordeal ordeal = new Ordeal(options.data(), system);
        String name = "T"
                + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        List<String> skus = List.of(ordeal.list(name + "-MANY", PLENTY), ordeal.list(name + "-FEW", FEW));
        List<Shop> customers = Customers.signUp(system.http(), options.customers());
        int begun;
        try (Journal journal = new Journal(journalFile)) {
            Load load = new Load(customers, skus, journal, options.seed(), Journal.asked(journalFile));
            try (load) {
                load.begin(options.perSecond());
                harm();
            }
            begun = load.begun();
        }
        options.say("Healing");
        nemesis.relent();
        Verdict verdict = healed();
        List<Violation> violations = new ArrayList<>(verdict.violations());
        violations.addAll(nemesis.violations());
        violations.addAll(Leaks.in(system.log()));
        return new TortureReport(options, begun, nemesis, verdict, violations);
    }

    private void harm() throws Exception {
        long end = System.nanoTime() + options.time().toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(1_000 + random.nextInt(LONGEST_PEACE_MILLIS));
            nemesis.strike(options.faults().get(random.nextInt(options.faults().size())));
        }
    }

    /** What heals by itself until the last deadline and a minute more was no violation. */
    private Verdict healed() throws Exception {
        long end = System.nanoTime() + HEALING.toNanos();
        while (true) {
            Verdict verdict = judge();
            if (verdict.violations().isEmpty() || System.nanoTime() > end) {
                return verdict;
            }
            options.say("  open: " + verdict.violations().size() + ", such as "
                    + verdict.violations().getFirst());
            Thread.sleep(LOOK);
        }
    }

    private Verdict judge() throws Exception {
        try (Connection database = system.database()) {
            return Checker.judge(journalFile, database, system.phones().ledger());
        }
    }
}
