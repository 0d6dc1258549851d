package duka.payment.daraja;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The addresses that Safaricom is given. It refuses capitals, blanks and a list of words in them, so a base that would
 * be refused is refused here, when the shop starts.
 */
final class CallbackUrls {

    private static final List<String> FORBIDDEN =
            List.of("m-pesa", "mpesa", "safaricom", "exe", "cmd", "sql", "query", "ngrok", "mockbin", "requestbin");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String base;

    /** @param production whether only https will do */
    CallbackUrls(String base, boolean production) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        check(this.base, production);
    }

    /** Where the answer to a prompt is posted. */
    String prompt(String token) {
        return base + "/api/payments/stk/" + token + "/";
    }

    /** Where the outcome of a refund or of a question is posted. */
    String result(String token) {
        return base + "/api/payments/results/" + token + "/";
    }

    /** Where it is posted that something was not worked on in time. */
    String timeout(String token) {
        return base + "/api/payments/timeouts/" + token + "/";
    }

    /** Where payments are announced that customers make by themselves. */
    String confirmation(String token) {
        return base + "/api/payments/c2b/" + token + "/";
    }

    private static void check(String base, boolean production) {
        if (!base.equals(base.toLowerCase(Locale.ROOT)) || base.chars().anyMatch(Character::isWhitespace)) {
            throw refused("has capitals or blanks", base);
        }
        FORBIDDEN.stream().filter(base::contains).findFirst().ifPresent(word -> {
            throw refused("contains \"" + word + "\", which Safaricom forbids", base);
        });
        URI address = URI.create(base);
        String host = address.getHost();
        boolean plain = "http".equals(address.getScheme());
        if (host == null || !(plain || "https".equals(address.getScheme()))) {
            throw refused("is no web address", base);
        }
        if (plain && (production || !LOOPBACK.contains(host))) {
            throw refused("must be https", base);
        }
    }

    private static IllegalArgumentException refused(String why, String base) {
        return new IllegalArgumentException("DUKA_DARAJA_CALLBACK_BASE " + why + ": " + base);
    }
}
