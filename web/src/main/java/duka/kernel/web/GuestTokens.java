package duka.kernel.web;

import duka.identity.api.Caller;
import duka.identity.api.GuestToken;
import duka.identity.api.Lookups;
import duka.kernel.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What guests show instead of signing in: a token that names their cart or one order and proves itself by a keyed hash
 * of 128 bits. Nothing of it is stored; whoever has it may do what the guest may, so it is told to the guest alone.
 */
@Component
public final class GuestTokens {

    /** Names the cart, in requests and answers. */
    public static final String CART_HEADER = "X-Cart-Token";

    /** Names an order, in requests and in the answer to its placing. */
    public static final String ORDER_HEADER = "X-Order-Token";

    private static final String ORDER_PARAMETER = "token";
    private static final int ID_DIGITS = GuestToken.ID_DIGITS;

    private final Lookups lookups;

    GuestTokens(Lookups lookups) {
        this.lookups = lookups;
    }

    public String forCart(UUID cart) {
        return GuestToken.write(lookups, GuestToken.CART, cart);
    }

    public String forOrder(OrderId order) {
        return GuestToken.write(lookups, GuestToken.ORDER, order.value());
    }

    /** The cart that a token names, unless the token is no good. */
    public Optional<UUID> cart(String token) {
        return read(GuestToken.CART, token);
    }

    /** The order that a token names, unless the token is no good. */
    public Optional<OrderId> order(String token) {
        return read(GuestToken.ORDER, token).map(OrderId::new);
    }

    /** The cart that this request shows the token of. */
    public Optional<UUID> shownCart() {
        return header(CART_HEADER).flatMap(this::cart);
    }

    /**
     * Who asks on this request.
     *
     * @throws HttpRefusal 401, if it is neither somebody signed in nor the guest of an order
     */
    public Asker asker() {
        Caller caller = RequestContext.caller().orElse(null);
        OrderId order = shownOrder().orElse(null);
        if (caller == null && order == null) {
            throw HttpRefusal.unauthenticated();
        }
        return new Asker(caller, order);
    }

    private Optional<OrderId> shownOrder() {
        Optional<OrderId> order =
                header(ORDER_HEADER).or(() -> parameter(ORDER_PARAMETER)).flatMap(this::order);
        order.ifPresent(id -> RequestContext.actAsGuest(id.toString()));
        return order;
    }

    private Optional<UUID> read(String kind, String token) {
        if (token.length() != ID_DIGITS + GuestToken.PROOF_DIGITS) {
            return Optional.empty();
        }
        String digits = token.substring(0, ID_DIGITS);
        byte[] proof = GuestToken.proof(lookups, kind, digits).getBytes(StandardCharsets.UTF_8);
        byte[] shown = token.substring(ID_DIGITS).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(proof, shown) ? Optional.of(uuid(digits)) : Optional.empty();
    }

    private static UUID uuid(String digits) {
        int half = ID_DIGITS / 2;
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, half), 16),
                Long.parseUnsignedLong(digits.substring(half), 16));
    }

    private static Optional<String> header(String name) {
        return request().map(attributes -> attributes.getRequest().getHeader(name));
    }

    private static Optional<String> parameter(String name) {
        return request().map(attributes -> attributes.getRequest().getParameter(name));
    }

    private static Optional<ServletRequestAttributes> request() {
        @Nullable Object attributes = RequestContextHolder.getRequestAttributes();
        return attributes instanceof ServletRequestAttributes servlet ? Optional.of(servlet) : Optional.empty();
    }
}
