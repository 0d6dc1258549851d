package duka.harness;

import static org.awaitility.Awaitility.await;

import daraja.simulator.Settings;
import daraja.simulator.Simulator;
import duka.server.DukaServer;
import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop with its Safaricom in this process, for bugs to be planted in. */
final class TestShop implements AutoCloseable {

    private static final String ADMIN = "admin@duka.test";
    private static final String PASSWORD = "an admin's long password";

    private final Path data;
    private final Simulator safaricom;
    private final ConfigurableApplicationContext server;
    private final String url;
    private final Http http;

    private TestShop(Path data, Simulator safaricom, ConfigurableApplicationContext server, int port) {
        this.data = data;
        this.safaricom = safaricom;
        this.server = server;
        this.url = "http://localhost:" + port;
        this.http = new Http(url, 16);
    }

    static TestShop start(Class<?>... bugs) throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "planted-bugs").toAbsolutePath();
        Simulator safaricom = Simulator.start(Settings.inProcess(data));
        int port = freePort();
        ConfigurableApplicationContext server = new SpringApplicationBuilder(DukaServer.class)
                .sources(bugs)
                .run(
                        "--server.port=" + port,
                        "--duka.data=" + data,
                        "--duka.admin-email=" + ADMIN,
                        "--duka.admin-password=" + PASSWORD,
                        "--duka.limits=off",
                        "--duka.daraja.base-url=" + safaricom.url(),
                        "--duka.daraja.callback-base=http://localhost:" + port,
                        "--duka.daraja.certificate=" + safaricom.certificate());
        return new TestShop(data, safaricom, server, port);
    }

    Http http() {
        return http;
    }

    String url() {
        return url;
    }

    Shop admin() throws IOException {
        return Shop.signIn(http, ADMIN, PASSWORD);
    }

    /** Lists something for a hundred shillings. */
    void list(String sku, int stock) throws IOException {
        Shop admin = admin();
        Map<String, String> price = Map.of("amount", "100.00", "currency", "KES");
        admin.post("/api/products/", Map.of("name", "Lamp", "sku", sku, "price", price, "stock", stock))
                .orStop("Listing " + sku);
        await().until(() -> admin.get("/api/inventory/" + sku + "/").isSuccess());
    }

    Path journal(String name) {
        return data.resolve(name + ".journal");
    }

    Ledger ledger() throws IOException {
        try (Http simulator = new Http(safaricom.url(), 1)) {
            return new Phones(simulator).ledger();
        }
    }

    Connection database() throws IOException, SQLException {
        Properties login = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("secrets").resolve("database.properties"))) {
            login.load(reader);
        }
        return DriverManager.getConnection(login.getProperty("url"), login);
    }

    @Override
    public void close() throws Exception {
        http.close();
        server.close();
        safaricom.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
