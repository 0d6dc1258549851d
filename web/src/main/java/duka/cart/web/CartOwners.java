package duka.cart.web;

import duka.cart.api.CartId;
import duka.kernel.web.GuestTokens;
import duka.kernel.web.Mint;
import duka.kernel.web.RequestContext;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds out whose cart a request is about: the account's, or the one that a guest shows the token of. */
@Component
class CartOwners {

    private final GuestTokens tokens;
    private final Mint mint;

    CartOwners(GuestTokens tokens, Mint mint) {
        this.tokens = tokens;
        this.mint = mint;
    }

    Optional<CartOwner> known() {
        return RequestContext.caller()
                .map(caller -> new CartOwner(CartId.of(caller.accountId()), caller.accountId()))
                .or(() -> tokens.shownCart().map(cart -> guest(new CartId(cart))));
    }

    CartOwner knownOrNew() {
        return known().orElseGet(this::fresh);
    }

    /** A guest with a new cart. */
    CartOwner fresh() {
        return guest(unused());
    }

    /** The guest's cart that a token names. */
    Optional<CartId> named(String token) {
        return tokens.cart(token).map(CartId::new);
    }

    /** An id that no cart has. */
    CartId unused() {
        return mint.id(CartId::new);
    }

    /** The answer, with the token of a guest's cart. */
    ResponseEntity<?> told(CartOwner owner, ResponseEntity<?> answer) {
        if (owner.account() != null) {
            return answer;
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(GuestTokens.CART_HEADER, tokens.forCart(owner.cart().value()))
                .body(answer.getBody());
    }

    private static CartOwner guest(CartId cart) {
        RequestContext.actAsGuest(cart.toString());
        return new CartOwner(cart, null);
    }
}
