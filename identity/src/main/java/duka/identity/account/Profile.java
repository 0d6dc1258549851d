package duka.identity.account;

import org.jspecify.annotations.Nullable;

/**
 * What people say of themselves.
 *
 * @param phone {@code +2547XXXXXXXX} or {@code +2541XXXXXXXX}
 */
public record Profile(
        String email,
        String firstName,
        String lastName,
        @Nullable String phone) {

    public Profile {
        email = email.strip();
    }

    /** Never the content: this ends up in logs. */
    @Override
    public String toString() {
        return "Profile[…]";
    }
}
