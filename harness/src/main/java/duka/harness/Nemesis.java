package duka.harness;

import duka.harness.Violation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Does one harm at a time to a shop, chosen and timed by a seed, and measures how long the shop takes to be back. */
final class Nemesis {

    private static final Duration BACK = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final OwnSystem system;
    private final World world;
    private final Random random;
    private final Duration frozen;
    private final Crashes crashes;
    private final Sessions sessions;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final Map<Fault, List<Double>> recoveries = new EnumMap<>(Fault.class);
    private final List<Violation> violations = new ArrayList<>();

    Nemesis(OwnSystem system, World world, Random random, Duration frozen) {
        this.system = system;
        this.world = world;
        this.random = random;
        this.frozen = frozen;
        this.crashes = new Crashes(system);
        this.sessions = new Sessions(system);
    }

    void strike(Fault fault) throws Exception {
        switch (fault) {
            case KILL -> {
                system.killServer();
                timed(fault, system::up);
            }
            case CRASH -> crashes.dieOnceAtEach(() -> timed(fault, system::up));
            case STOP -> {
                pauseProcess(system.pid("server"), Duration.ofMillis(1_000 + random.nextInt(8_000)));
                timed(fault, this::untilReady);
            }
            case DB -> {
                Sessions.signal("KILL", system.databasePid());
                timed(fault, this::untilReady);
            }
            case BACKENDS -> {
                sessions.cut();
                timed(fault, this::untilReady);
            }
            case FREEZE -> {
                sessions.freezeAnAppend(frozen);
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

    /** How often the server was killed. */
    int kills() {
        return done(Fault.KILL) + done(Fault.CLOCK) + crashes.deaths();
    }

    /** How long the shop took to be ready again, in seconds. */
    Map<Fault, List<Double>> recoveries() {
        return recoveries;
    }

    Crashes crashes() {
        return crashes;
    }

    List<Violation> violations() {
        return violations;
    }

    private void timed(Fault fault, Act act) throws Exception {
        long start = System.nanoTime();
        act.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        recoveries.computeIfAbsent(fault, none -> new ArrayList<>()).add(seconds);
        System.err.printf("  %s: ready again after %.1f s%n", fault, seconds);
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
        Sessions.signal("STOP", pid);
        try {
            Thread.sleep(time);
        } finally {
            Sessions.signal("CONT", pid);
        }
    }

    private void worsen() throws InterruptedException {
        World.Mood[] moods = World.Mood.values();
        World.Mood mood = moods[1 + random.nextInt(moods.length - 1)];
        System.err.println("  WORLD: " + mood);
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

    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }
}
