package daraja.simulator.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The one shop that this Safaricom knows.
 *
 * @param shortcode the paybill, or a till's store number
 * @param till the till number, when the shop sells by till
 */
public record Merchant(
        String consumerKey,
        String consumerSecret,
        String shortcode,
        String passkey,
        @Nullable String till,
        String initiator,
        String initiatorPassword) {

    boolean holds(@Nullable String authorization) {
        String expected = Base64.getEncoder()
                .encodeToString((consumerKey + ':' + consumerSecret).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + expected).equals(authorization);
    }

    /** Refuses a request of another merchant, or one whose password was made with another passkey. */
    public void check(String businessShortCode, String password, String timestamp) {
        if (!businessShortCode.equals(shortcode)) {
            throw new Refusal(500, "500.001.1001", "Merchant does not exist");
        }
        String expected = Base64.getEncoder()
                .encodeToString((businessShortCode + passkey + timestamp).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(password)) {
            throw new Refusal(500, "500.001.1001", "Wrong credentials");
        }
    }
}
