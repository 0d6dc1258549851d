package duka.identity.web;

import duka.identity.account.Profile;
import duka.kernel.web.Phones;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody gives to open an account. */
record RegisterRequest(
        @NotBlank @Email(regexp = EMAIL) @Size(max = 254) String email,
        @NotNull @Size(max = 1_000) String password,
        @NotBlank @Size(max = 150) String firstName,
        @NotBlank @Size(max = 150) String lastName,
        @Nullable String phone) {

    static final String EMAIL = "[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+";

    Profile profile() {
        return new Profile(email, firstName.strip(), lastName.strip(), phone(phone));
    }

    static @Nullable String phone(@Nullable String written) {
        return written == null || written.isBlank()
                ? null
                : Phones.read(written, "phone").e164();
    }

    @Override
    public String toString() {
        return "RegisterRequest[…]";
    }
}
