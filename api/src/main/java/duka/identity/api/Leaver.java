package duka.identity.api;

import duka.kernel.OrderId;
import duka.kernel.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose personal data is to go: a customer, or the guest of one order.
 *
 * @param accountId {@code null} for a guest
 * @param orderId a guest's order, else {@code null}
 * @param cart the cart that the guest ordered, else {@code null}
 */
public record Leaver(
        PersonId personId,
        @Nullable AccountId accountId,
        @Nullable OrderId orderId,
        @Nullable UUID cart) {

    /** An account and its person share one UUID. */
    public static Leaver customer(AccountId account) {
        return new Leaver(new PersonId(account.value()), account, null, null);
    }

    public static Leaver guest(PersonId person, OrderId order, UUID cart) {
        return new Leaver(person, null, order, cart);
    }
}
