package duka.payment.daraja;

import duka.identity.api.Lookups;
import duka.kernel.Id;
import duka.kernel.PhoneNumber;

/** The secrets in our addresses, and the hashes under which what is secret or personal is found again. */
class Secrecy {

    private static final int TOKEN_DIGITS = 32;

    private final Lookups lookups;

    Secrecy(Lookups lookups) {
        this.lookups = lookups;
    }

    /** The part of an address that only Safaricom is told: 32 lower-case hex digits, the same for the same thing. */
    String token(Address.Kind kind, Id subject) {
        return token(kind.stored(), subject.toString());
    }

    /** That of the address for payments that customers make by themselves. */
    String confirmationToken() {
        return token("confirmation", "shop");
    }

    /** Addresses are looked up by this, so that no comparison of secrets can be timed. */
    String hashOfToken(String token) {
        return lookups.hmac("payment.daraja.token-hash", token);
    }

    String hashOf(PhoneNumber phone) {
        return lookups.hmac("payment.daraja.phone", phone.e164());
    }

    String hashOfCheckout(String checkoutRequestId) {
        return lookups.hmac("payment.daraja.checkout", checkoutRequestId);
    }

    String hashOfContent(String address, String body) {
        return lookups.hmac("payment.daraja.content", address + "\n" + body);
    }

    private String token(String kind, String subject) {
        return lookups.hmac("payment.daraja.token", kind + ":" + subject).substring(0, TOKEN_DIGITS);
    }
}
