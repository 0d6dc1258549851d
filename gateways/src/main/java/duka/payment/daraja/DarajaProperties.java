package duka.payment.daraja;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop is known to Safaricom, {@code DUKA_DARAJA_…} in the environment. What it is by default is what the
 * simulator expects.
 *
 * @param shortcode the paybill, or a till's store number
 * @param till the till number, or empty when the shop is paid by paybill
 * @param initiator the operator in whose name money goes back
 * @param certificate the X.509 certificate of Safaricom's environment; an expired one is fine
 * @param callbackBase where Safaricom reaches this shop
 * @param readTimeout how long an answer may take
 */
@ConfigurationProperties("duka.daraja")
record DarajaProperties(
        @DefaultValue("http://localhost:8090") URI baseUrl,
        @DefaultValue("duka-development-key") String consumerKey,
        @DefaultValue("duka-development-secret") String consumerSecret,
        @DefaultValue("174379") String shortcode,
        @DefaultValue(SANDBOX_PASSKEY) String passkey,
        @DefaultValue("") String till,
        @DefaultValue("testapi") String initiator,
        @DefaultValue("Duka-development-1") String initiatorPassword,
        @Nullable Path certificate,
        @DefaultValue("http://localhost:8080") String callbackBase,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout) {

    /** Safaricom publishes it for everybody's sandbox. */
    static final String SANDBOX_PASSKEY = "bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919";

    private static final String DEVELOPMENT = "duka-development";
    private static final Pattern SHORTCODE = Pattern.compile("\\d{5,7}");

    DarajaProperties {
        if (!SHORTCODE.matcher(shortcode).matches()) {
            throw new IllegalArgumentException("DUKA_DARAJA_SHORTCODE has 5 to 7 digits.");
        }
        if (!till.isEmpty() && !SHORTCODE.matcher(till).matches()) {
            throw new IllegalArgumentException("DUKA_DARAJA_TILL has 5 to 7 digits.");
        }
    }

    /**
     * Refuses what is known to everybody: the simulator, and the secrets of development and of the sandbox.
     *
     * @throws IllegalArgumentException if this is not a shop of its own
     */
    void requireOwnSecrets() {
        if (!"https".equals(baseUrl.getScheme())) {
            throw new IllegalArgumentException("production needs DUKA_DARAJA_BASE_URL at Safaricom, by https.");
        }
        if (passkey.equals(SANDBOX_PASSKEY)
                || consumerKey.startsWith(DEVELOPMENT)
                || consumerSecret.startsWith(DEVELOPMENT)
                || initiatorPassword.equals("Duka-development-1")) {
            throw new IllegalArgumentException("production needs its own DUKA_DARAJA_ keys, passkey and passwords.");
        }
        if (certificate == null) {
            throw new IllegalArgumentException("production needs DUKA_DARAJA_CERTIFICATE.");
        }
    }

    boolean isPaidByTill() {
        return !till.isEmpty();
    }

    /** Whom the customer pays. */
    String payee() {
        return isPaidByTill() ? till : shortcode;
    }

    String transactionType() {
        return isPaidByTill() ? "CustomerBuyGoodsOnline" : "CustomerPayBillOnline";
    }

    /** Never a secret: this ends up in logs. */
    @Override
    public String toString() {
        return "Daraja at " + baseUrl + " as " + shortcode;
    }
}
