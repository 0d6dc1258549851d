package duka.ordering.web;

import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.ordering.api.ShippingAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where an order goes, as a customer writes it down and reads it back. */
record AddressJson(
        @NotBlank @Size(max = 120) String fullName,
        @NotBlank String phone,
        @NotBlank @Size(max = 200) String line1,
        @Nullable @Size(max = 200) String line2,
        @NotBlank @Size(max = 100) String city,
        @Nullable @Size(max = 100) String county,
        @Nullable @Size(max = 20) String postalCode,
        @NotBlank @Pattern(regexp = "[A-Z]{2}") String country) {

    ShippingAddress toAddress(PersonId person, PhoneNumber parsedPhone) {
        return new ShippingAddress(
                Personal.of(person, fullName.strip()),
                Personal.of(person, parsedPhone.e164()),
                Personal.of(person, line1.strip()),
                sealed(person, line2),
                Personal.of(person, city.strip()),
                county == null || county.isBlank() ? null : county.strip(),
                sealed(person, postalCode),
                country);
    }

    private static @Nullable Personal sealed(PersonId person, @Nullable String text) {
        return text == null || text.isBlank() ? null : Personal.of(person, text.strip());
    }
}
