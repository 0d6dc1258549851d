package duka.identity.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import duka.identity.account.AccountView;
import duka.identity.account.Profile;
import duka.identity.api.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A user as PUT and PATCH write them; a PUT may leave out what only admins change. */
record UserEdit(
        @NotBlank @Email(regexp = RegisterRequest.EMAIL) @Size(max = 254)
        String email,

        @NotBlank @Size(max = 150) String firstName,
        @NotBlank @Size(max = 150) String lastName,
        @Nullable String phone,
        @Nullable Role role,
        @JsonProperty("is_active") @Nullable Boolean active) {

    static UserEdit of(AccountView account) {
        return new UserEdit(
                account.email(),
                account.firstName(),
                account.lastName(),
                account.phone(),
                account.role(),
                account.active());
    }

    Profile profile() {
        return new Profile(email, firstName.strip(), lastName.strip(), RegisterRequest.phone(phone));
    }

    Role roleOr(Role present) {
        return role == null ? present : role;
    }

    boolean activeOr(boolean present) {
        return active == null ? present : active;
    }

    @Override
    public String toString() {
        return "UserEdit[…]";
    }
}
