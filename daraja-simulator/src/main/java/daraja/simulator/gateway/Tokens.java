package daraja.simulator.gateway;

import daraja.simulator.clock.VirtualClock;
import daraja.simulator.script.Switches;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Call;
import daraja.simulator.web.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access tokens: made for the app's key and secret, good for an hour of virtual time. */
public final class Tokens {

    private final Map<String, Instant> expiries = new HashMap<>();
    private final Merchant merchant;
    private final Ids ids;
    private final VirtualClock clock;
    private final Switches switches;

    public Tokens(Merchant merchant, Ids ids, VirtualClock clock, Switches switches) {
        this.merchant = merchant;
        this.ids = ids;
        this.clock = clock;
        this.switches = switches;
    }

    /** {@code GET /oauth/v1/generate?grant_type=client_credentials}. */
    public Answer generate(Call call) {
        if (!merchant.holds(call.header("authorization"))) {
            throw new Refusal(400, "400.008.01", "Invalid Authentication passed");
        }
        if (!"client_credentials".equals(call.query().get("grant_type"))) {
            throw new Refusal(400, "400.008.02", "Invalid grant type passed");
        }
        // One second less than the life, and a text: as every capture shows it.
        String expiresIn = Long.toString(switches.tokenLifeSeconds() - 1);
        return Answer.ok(Json.object().put("access_token", issue()).put("expires_in", expiresIn));
    }

    private synchronized String issue() {
        Instant now = clock.now();
        if (switches.oldTokenDies()) {
            expiries.clear();
        }
        expiries.values().removeIf(expiry -> expiry.isBefore(now));
        String token = ids.token();
        expiries.put(token, now.plusSeconds(switches.tokenLifeSeconds()));
        return token;
    }

    synchronized boolean accepts(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        Instant expiry = expiries.get(authorization.substring("Bearer ".length()));
        return expiry != null && clock.now().isBefore(expiry);
    }
}
