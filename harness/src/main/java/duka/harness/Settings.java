package duka.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where the running system is and who its admin is, from the same environment that {@code ./duka up} reads. */
record Settings(String serverUrl, String simulatorUrl, Path data) {

    static Settings fromEnvironment() {
        Map<String, String> env = System.getenv();
        return new Settings(
                "http://localhost:" + env.getOrDefault("DUKA_PORT", "8080"),
                "http://localhost:" + env.getOrDefault("DUKA_SIMULATOR_PORT", "8090"),
                Path.of(env.getOrDefault("DUKA_DATA", "data")).toAbsolutePath());
    }

    /** Whether the shop was started with the simulator in Safaricom's place, and it is there. */
    boolean simulatorPlaysSafaricom() {
        String address = System.getenv().getOrDefault("DUKA_DARAJA_BASE_URL", simulatorUrl);
        try (Http simulator = new Http(simulatorUrl, 1)) {
            return address.equals(simulatorUrl)
                    && simulator
                            .send("GET", "/simulator/health/", null, Map.of())
                            .isSuccess();
        } catch (IOException e) {
            return false;
        }
    }

    /** The admin named by the environment, else the one that the first start made. */
    Admin admin() {
        String email = System.getenv().getOrDefault("DUKA_ADMIN_EMAIL", "");
        String password = System.getenv().getOrDefault("DUKA_ADMIN_PASSWORD", "");
        if (!email.isBlank() && !password.isBlank()) {
            return new Admin(email, password);
        }
        Properties made = firstAdmin();
        return new Admin(required(made.getProperty("email")), required(made.getProperty("password")));
    }

    private Properties firstAdmin() {
        Properties properties = new Properties();
        Path file = data.resolve("secrets").resolve("first-admin");
        if (Files.isReadable(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private static String required(@Nullable String value) {
        if (value == null) {
            throw new Stop("no admin is known: set DUKA_ADMIN_EMAIL and DUKA_ADMIN_PASSWORD.");
        }
        return value;
    }

    /** How to sign in as staff. */
    record Admin(String email, String password) {}
}
