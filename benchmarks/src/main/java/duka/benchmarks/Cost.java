package duka.benchmarks;

import duka.harness.OwnSystem;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a stretch of work costs in processor time. */
final class Cost {

    private static final double SHOWN_FROM = 0.05;

    private final OwnSystem system;
    private final double server;
    private final double postgres;
    private final double simulator;
    private final double client;
    private final Map<String, Double> parts;

    private Cost(OwnSystem system) throws IOException {
        this.system = system;
        long pid = system.pid("server");
        this.server = Processor.millis(pid);
        this.postgres = Processor.millisOfTree(system.databasePid());
        this.simulator = Processor.millis(system.pid("simulator"));
        this.client = Processor.millis(ProcessHandle.current().pid());
        this.parts = Processor.millisByPart(pid);
    }

    static Cost begin(OwnSystem system) throws IOException {
        return new Cost(system);
    }

    /** Milliseconds of processor time for each of {@code calls}: server, PostgreSQL, simulator and client. */
    String perCall(int calls) throws IOException {
        Cost now = new Cost(system);
        return "CPU-ms each: server %.2f  postgres %.2f  simulator %.2f  client %.2f"
                .formatted(
                        (now.server - server) / calls,
                        (now.postgres - postgres) / calls,
                        (now.simulator - simulator) / calls,
                        (now.client - client) / calls);
    }

    /** The server's own share by what its threads are called. */
    String parts(int calls) throws IOException {
        Map<String, Double> now = new TreeMap<>(Processor.millisByPart(system.pid("server")));
        parts.forEach((part, before) -> now.merge(part, -before, Double::sum));
        return now.entrySet().stream()
                .filter(part -> part.getValue() / calls >= SHOWN_FROM)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(part -> "%s %.2f".formatted(part.getKey(), part.getValue() / calls))
                .collect(Collectors.joining("  "));
    }
}
