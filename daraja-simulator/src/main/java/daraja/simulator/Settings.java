package daraja.simulator;

import daraja.simulator.callback.Destinations;
import daraja.simulator.gateway.Merchant;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator is set up, by environment:
 *
 * <table>
 *   <caption>Variables and what they are by default</caption>
 *   <tr><td>DUKA_SIMULATOR_HOST</td><td>the address to listen on, 127.0.0.1</td></tr>
 *   <tr><td>DUKA_SIMULATOR_PORT</td><td>8090</td></tr>
 *   <tr><td>DUKA_DATA</td><td>./data; the simulator keeps its files in {@code simulator/} under it</td></tr>
 *   <tr><td>DARAJA_CONSUMER_KEY</td><td>duka-development-key</td></tr>
 *   <tr><td>DARAJA_CONSUMER_SECRET</td><td>duka-development-secret</td></tr>
 *   <tr><td>DARAJA_SHORTCODE</td><td>174379, the sandbox's</td></tr>
 *   <tr><td>DARAJA_PASSKEY</td><td>the one that Safaricom publishes for the sandbox</td></tr>
 *   <tr><td>DARAJA_TILL</td><td>none; with it the shortcode is the store number and BuyGoods is allowed</td></tr>
 *   <tr><td>DARAJA_INITIATOR</td><td>testapi</td></tr>
 *   <tr><td>DARAJA_INITIATOR_PASSWORD</td><td>Duka-development-1</td></tr>
 *   <tr><td>DARAJA_ALLOW_NON_LOOPBACK</td><td>false; true, or the argument {@code --allow-non-loopback}, lets
 *       callbacks leave this machine</td></tr>
 *   <tr><td>DARAJA_SEED</td><td>none; a number makes ids and receipts repeatable</td></tr>
 * </table>
 *
 * @param port 0 takes a free one
 * @param data the directory of all files
 */
public record Settings(
        String host,
        int port,
        Path data,
        Merchant merchant,
        Destinations destinations,
        @Nullable Long seed) {

    private static final String SANDBOX_PASSKEY = "bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919";

    public static Settings of(Map<String, String> environment, boolean nonLoopbackToo) {
        String seed = environment.get("DARAJA_SEED");
        return new Settings(
                environment.getOrDefault("DUKA_SIMULATOR_HOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("DUKA_SIMULATOR_PORT", "8090")),
                Path.of(environment.getOrDefault("DUKA_DATA", "./data"), "simulator"),
                merchant(environment),
                new Destinations(nonLoopbackToo || Boolean.parseBoolean(environment.get("DARAJA_ALLOW_NON_LOOPBACK"))),
                seed == null || seed.isBlank() ? null : Long.valueOf(seed));
    }

    /** The defaults, on a free port: for tests that run the simulator inside their own process. */
    public static Settings inProcess(Path data) {
        return of(Map.of("DUKA_SIMULATOR_PORT", "0", "DUKA_DATA", data.toString()), false);
    }

    /** The same on another port, such as the one that a stopped simulator had. */
    public Settings onPort(int other) {
        return new Settings(host, other, data, merchant, destinations, seed);
    }

    Random dice() {
        Long chosen = seed;
        return chosen == null ? new Random() : new Random(chosen);
    }

    private static Merchant merchant(Map<String, String> environment) {
        String till = environment.get("DARAJA_TILL");
        return new Merchant(
                environment.getOrDefault("DARAJA_CONSUMER_KEY", "duka-development-key"),
                environment.getOrDefault("DARAJA_CONSUMER_SECRET", "duka-development-secret"),
                environment.getOrDefault("DARAJA_SHORTCODE", "174379"),
                environment.getOrDefault("DARAJA_PASSKEY", SANDBOX_PASSKEY),
                till == null || till.isBlank() ? null : till,
                environment.getOrDefault("DARAJA_INITIATOR", "testapi"),
                environment.getOrDefault("DARAJA_INITIATOR_PASSWORD", "Duka-development-1"));
    }
}
