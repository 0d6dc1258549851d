package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as its owner and admins see it. */
public record AccountView(
        AccountId id,
        String email,
        String firstName,
        String lastName,
        @Nullable String phone,
        Role role,
        boolean active,
        Instant dateJoined,
        long version) {

    public Profile profile() {
        return new Profile(email, firstName, lastName, phone);
    }

    /** Never the content: this ends up in logs. */
    @Override
    public String toString() {
        return "AccountView[" + id + "]";
    }
}
