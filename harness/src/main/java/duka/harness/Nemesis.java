package duka.harness;

import duka.harness.Violation.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Does one harm at a time to a shop, chosen and timed by a seed, and measures how long the shop takes to be back. */
final class Nemesis {

    private static final Duration BACK = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int CUTS = 5;
    private static final int TRIES_TO_CATCH_AN_APPEND = 200;

    /** Backends that hold the turn to append, and if nobody does just now, any that works for the checkout. */
    private static final String APPENDING = """
            SELECT a.pid FROM pg_stat_activity a
            LEFT JOIN pg_locks l ON l.pid = a.pid AND l.locktype = 'advisory' AND l.granted
            WHERE a.application_name LIKE 'duka-%' AND a.application_name <> 'duka-command-lease'
              AND (l.pid IS NOT NULL OR a.application_name = 'duka-process')
            ORDER BY l.pid IS NULL, random() LIMIT 1""";

    private final OwnSystem system;
    private final World world;
    private final Random random;
    private final Duration frozen;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final Map<Fault, List<Double>> recoveries = new EnumMap<>(Fault.class);
    private final List<Violation> violations = new ArrayList<>();

    Nemesis(OwnSystem system, World world, Random random, Duration frozen) {
        this.system = system;
        this.world = world;
        this.random = random;
        this.frozen = frozen;
    }

    void strike(Fault fault) throws Exception {
        switch (fault) {
            case KILL -> {
                system.killServer();
                timed(fault, system::up);
            }
            case STOP -> {
                pauseProcess(system.pid("server"), Duration.ofMillis(1_000 + random.nextInt(8_000)));
                timed(fault, this::untilReady);
            }
            case DB -> {
                signal("KILL", system.databasePid());
                timed(fault, this::untilReady);
            }
            case BACKENDS -> {
                cutSessions();
                timed(fault, this::untilReady);
            }
            case FREEZE -> {
                freezeAnAppend();
                timed(fault, this::untilReady);
            }
            case WORLD -> worsen();
            case CALLBACKS -> system.phones().script(badPost());
            case CLOCK -> {
                system.killServer();
                system.set("DUKA_CLOCK_OFFSET", random.nextBoolean() ? "5m" : "-5m");
                timed(fault, system::up);
            }
        }
        done.merge(fault, 1, Integer::sum);
    }

    /** Takes back whatever lasts. */
    void relent() throws Exception {
        world.be(World.Mood.FINE);
        system.phones().forgetScripts();
        if (done.containsKey(Fault.CLOCK)) {
            system.killServer();
            system.set("DUKA_CLOCK_OFFSET", "0s");
        }
        system.up();
    }

    int done(Fault fault) {
        return done.getOrDefault(fault, 0);
    }

    /** How long the shop took to be ready again, in seconds. */
    Map<Fault, List<Double>> recoveries() {
        return recoveries;
    }

    List<Violation> violations() {
        return violations;
    }

    private void timed(Fault fault, Act act) throws Exception {
        long start = System.nanoTime();
        act.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        recoveries.computeIfAbsent(fault, none -> new ArrayList<>()).add(seconds);
        System.out.printf("  %s: ready again after %.1f s%n", fault, seconds);
    }

    private void untilReady() throws Exception {
        long pid = system.pid("server");
        Waiting.until("the shop to be ready again", BACK, LOOK, () -> system.isReady() ? Boolean.TRUE : null);
        if (pid != system.pid("server")
                || !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            violations.add(new Violation(Kind.RECOVERY, "the server had to be started again"));
        }
    }

    private void pauseProcess(long pid, Duration time) throws Exception {
        signal("STOP", pid);
        try {
            Thread.sleep(time);
        } finally {
            signal("CONT", pid);
        }
    }

    private void cutSessions() throws Exception {
        try (Connection database = system.database();
                Statement statement = database.createStatement()) {
            for (int n = 0; n < CUTS; n++) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name LIKE 'duka-%'");
                Thread.sleep(200);
            }
        }
    }

    private void freezeAnAppend() throws Exception {
        try (Connection database = system.database()) {
            for (int n = 0; n < TRIES_TO_CATCH_AN_APPEND; n++) {
                long pid = one(database, APPENDING);
                if (pid < 0) {
                    continue;
                }
                signal("STOP", pid);
                boolean caught = one(
                                database,
                                "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = " + pid)
                        >= 0;
                if (caught || n == TRIES_TO_CATCH_AN_APPEND - 1) {
                    System.out.printf("  FREEZE: backend %d %s%n", pid, caught ? "in its append" : "at rest");
                    Thread.sleep(frozen);
                    signal("CONT", pid);
                    return;
                }
                signal("CONT", pid);
            }
        }
    }

    private static long one(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    private void worsen() throws InterruptedException {
        World.Mood[] moods = World.Mood.values();
        World.Mood mood = moods[1 + random.nextInt(moods.length - 1)];
        System.out.println("  WORLD: " + mood);
        world.be(mood);
        Thread.sleep(2_000 + random.nextInt(10_000));
        world.be(World.Mood.FINE);
    }

    private Map<String, Object> badPost() {
        int times = 1 + random.nextInt(10);
        return switch (random.nextInt(5)) {
            case 0 -> Map.of("on", "callback", "times", times, "copies", 5);
            case 1 -> Map.of("on", "callback", "times", times, "drop", true);
            case 2 -> Map.of("on", "callback", "times", times, "hold", true);
            case 3 -> Map.of("on", "callback", "times", times, "delay_seconds", 5 + random.nextInt(40));
            default -> Map.of("on", "push", "times", times, "before_answer", true);
        };
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .redirectErrorStream(true)
                .start();
        if (!kill.waitFor(5, TimeUnit.SECONDS)) {
            kill.destroyForcibly();
        }
    }

    @FunctionalInterface
    private interface Act {
        void run() throws Exception;
    }
}
