package duka.kernel.web;

import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.identity.api.Role;
import duka.kernel.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something that belongs to a sale: somebody who is signed in, whoever shows the token of a guest's order,
 * or both in one.
 *
 * @param caller {@code null} if nobody is signed in
 * @param guestOrder the one order whose token is shown
 */
public record Asker(@Nullable Caller caller, @Nullable OrderId guestOrder) {

    public static Asker of(Caller caller) {
        return new Asker(caller, null);
    }

    /** @param customer whose the sale is, {@code null} for a guest's */
    public boolean owns(@Nullable AccountId customer, OrderId order) {
        return order.equals(guestOrder) || (caller != null && caller.accountId().equals(customer));
    }

    /** Its owner and staff may. */
    public boolean maySee(@Nullable AccountId customer, OrderId order) {
        return seesEverything() || owns(customer, order);
    }

    public boolean seesEverything() {
        return caller != null && caller.seesEverything();
    }

    public boolean isAdmin() {
        return caller != null && caller.role() == Role.ADMIN;
    }
}
