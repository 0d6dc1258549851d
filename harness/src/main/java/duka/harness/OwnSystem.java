package duka.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A whole Duka of its own, on ports and data of its own, that may be killed without harm to anybody. */
public final class OwnSystem implements AutoCloseable {

    private static final String ADMIN = "torment@duka.example";
    private static final String PASSWORD = "correct horse battery staple";
    private static final Duration START = Duration.ofMinutes(4);

    private final Path launcher = Path.of("duka").toAbsolutePath();
    private final Path data;
    private final Map<String, String> environment;
    private final Http http;
    private final Http simulator;

    private OwnSystem(Path data, int port, int connections, Map<String, String> settings) {
        this.data = data;
        this.environment = new HashMap<>(Map.of(
                "DUKA_DATA",
                data.toString(),
                "DUKA_PORT",
                Integer.toString(port),
                "DUKA_SIMULATOR_PORT",
                Integer.toString(port + 1),
                "DUKA_ADMIN_EMAIL",
                ADMIN,
                "DUKA_ADMIN_PASSWORD",
                PASSWORD,
                "DUKA_SEED",
                "none",
                "DUKA_LIMITS",
                "off"));
        this.environment.putAll(settings);
        this.http = new Http("http://localhost:" + port, connections);
        this.simulator = new Http("http://localhost:" + (port + 1), 8);
    }

    public static OwnSystem start(Path data, int port, int connections, Map<String, String> settings) throws Exception {
        OwnSystem system = new OwnSystem(data, port, connections, settings);
        system.up();
        return system;
    }

    /** Starts whatever of it does not run. */
    public void up() throws Exception {
        launcher("up", "--detach", "--no-storefront");
    }

    /** For the next start. */
    void set(String name, String value) {
        environment.put(name, value);
    }

    /** Whether the server says that every part it needs is well. */
    boolean isReady() {
        try {
            return http.send("GET", "/actuator/health/readiness", null, Map.of())
                    .isSuccess();
        } catch (IOException e) {
            return false;
        }
    }

    Path data() {
        return data;
    }

    Path log() {
        return data.resolve("logs").resolve("server.log");
    }

    /** Ends the server as a power cut would: {@code kill -9}. It is gone, and its port is free, when this returns. */
    public void killServer() throws IOException {
        ProcessHandle.of(pid("server")).ifPresent(server -> {
            boolean unused = server.destroyForcibly();
            server.onExit().join();
        });
    }

    public long pid(String part) throws IOException {
        return Long.parseLong(
                Files.readString(data.resolve("run").resolve(part + ".pid")).strip());
    }

    /** The process that all others of the database belong to. */
    public long databasePid() throws IOException {
        try (var lines = Files.lines(data.resolve("postgres").resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        }
    }

    public Http http() {
        return http;
    }

    Phones phones() {
        return new Phones(simulator);
    }

    public Shop admin() throws IOException {
        return Shop.signIn(http, ADMIN, PASSWORD);
    }

    public Connection database() throws IOException, SQLException {
        Properties login = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("secrets").resolve("database.properties"))) {
            login.load(reader);
        }
        return DriverManager.getConnection(login.getProperty("url"), login);
    }

    @Override
    public void close() throws Exception {
        launcher("down");
        http.close();
        simulator.close();
    }

    private void launcher(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("duka-launcher", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(START.toMinutes(), TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new Stop("./duka " + String.join(" ", arguments) + " failed: " + Files.readString(output));
        }
        Files.delete(output);
    }
}
