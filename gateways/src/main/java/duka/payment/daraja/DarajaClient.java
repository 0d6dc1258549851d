package duka.payment.daraja;

import duka.payment.daraja.TokenStore.Token;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls Daraja in the shop's name. A token that is not taken is replaced once, never in a loop. */
class DarajaClient {

    private static final Logger LOG = LoggerFactory.getLogger(DarajaClient.class);

    private final Transport transport;
    private final Tokens tokens;

    DarajaClient(Transport transport, Tokens tokens) {
        this.transport = transport;
        this.tokens = tokens;
    }

    Reply call(String path, Map<String, ?> body) {
        Optional<Token> token = tokens.current();
        if (token.isEmpty()) {
            return new Reply.NotSent("no token");
        }
        Reply reply = post(path, body, token.get());
        if (!refusesToken(reply)) {
            return reply;
        }
        tokens.refused(token.get());
        Optional<Token> another = tokens.current();
        if (another.isEmpty()) {
            return reply;
        }
        Reply second = post(path, body, another.get());
        if (refusesToken(second)) {
            LOG.warn("Alert: Daraja takes no token for {}; is the product approved for this app?", path);
        }
        return second;
    }

    private Reply post(String path, Map<String, ?> body, Token token) {
        return transport.post(path, "Bearer " + token.value(), body);
    }

    private static boolean refusesToken(Reply reply) {
        return reply instanceof Reply.Json json && json.refusesToken();
    }
}
