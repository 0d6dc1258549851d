package duka.kernel.web;

import duka.identity.api.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What every message that a request causes carries in its metadata.
 *
 * @param actor {@code customer:<id>}, {@code admin:<id>}, {@code auditor:<id>} or {@code guest:<id>}
 * @param requestId the {@code X-Request-Id} that came with the request or was made for it
 * @param correlationId one per intention of the caller: a retry under the same idempotency key has the same
 */
public record RequestContext(String actor, String requestId, String correlationId) {

    /** The context of the request that this thread serves; outside of any request, a fresh one of the edge itself. */
    public static RequestContext current() {
        Exchange exchange = Exchange.current();
        if (exchange == null) {
            String made = UUID.randomUUID().toString();
            return new RequestContext("system:edge", made, made);
        }
        String actor = caller().map(Caller::actor).orElseGet(exchange::guest);
        return new RequestContext(actor, exchange.requestId(), exchange.correlationId());
    }

    /** Who is signed in on this request, if anybody. */
    public static Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Names the guest for the rest of this request, by the id of their cart or order; never by a token. */
    public static void actAsGuest(String id) {
        Exchange exchange = Exchange.current();
        if (exchange != null) {
            exchange.actAsGuest(id);
        }
    }
}
