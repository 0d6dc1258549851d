package duka.identity.api;

import java.util.UUID;

/** How a token is written that names what a guest owns and proves itself by a keyed hash of 128 bits. */
public final class GuestToken {

    public static final String CART = "guest-cart";
    public static final String ORDER = "guest-order";

    public static final int ID_DIGITS = 32;
    public static final int PROOF_DIGITS = 32;

    private GuestToken() {}

    /** Whoever has it may do what the guest may, so it is told to the guest alone. */
    public static String write(Lookups lookups, String kind, UUID id) {
        String digits = id.toString().replace("-", "");
        return digits + proof(lookups, kind, digits);
    }

    public static String proof(Lookups lookups, String kind, String digits) {
        return lookups.hmac(kind, digits).substring(0, PROOF_DIGITS);
    }
}
