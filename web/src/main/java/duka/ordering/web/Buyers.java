package duka.ordering.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duka.cart.api.CartId;
import duka.identity.account.AccountLanguages;
import duka.kernel.OrderId;
import duka.kernel.web.GuestTokens;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.RequestContext;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds out who orders, and gives a guest the token of the order. */
@Component
class Buyers {

    private final GuestTokens tokens;
    private final AccountLanguages languages;

    Buyers(GuestTokens tokens, AccountLanguages languages) {
        this.tokens = tokens;
        this.languages = languages;
    }

    /** @throws HttpRefusal 401, if it is neither somebody signed in nor the guest of a cart */
    Buyer of(OrderId order) {
        return RequestContext.caller().map(Buyer::of).orElseGet(() -> {
            CartId cart = tokens.shownCart().map(CartId::new).orElseThrow(HttpRefusal::unauthenticated);
            RequestContext.actAsGuest(order.toString());
            return Buyer.guest(cart, order);
        });
    }

    /** Remembers the language for what a guest is written about the order; somebody signed in has one already. */
    void heard(Buyer buyer, OrderId order, Locale spoken) {
        if (buyer.account() == null) {
            languages.learnOfGuest(order, spoken);
        }
    }

    /** What a guest gets: the order and what stands for them from now on. */
    record GuestsOrder(@JsonUnwrapped Object order, String accessToken) {}

    ResponseEntity<?> told(Buyer buyer, OrderId id, ResponseEntity<?> answer) {
        Object order = answer.getBody();
        if (buyer.account() != null || order == null) {
            return answer;
        }
        String token = tokens.forOrder(id);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(GuestTokens.ORDER_HEADER, token)
                .body(new GuestsOrder(order, token));
    }
}
