package duka.ordering.web;

import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.web.Phones;
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

    /** What a partial change of an order begins with; what was erased has to be written anew. */
    static AddressJson of(ShippingAddress address) {
        return new AddressJson(
                known(address.fullName()),
                known(address.phone()),
                known(address.line1()),
                OrderResponse.text(address.line2()),
                known(address.city()),
                address.county(),
                OrderResponse.text(address.postalCode()),
                address.country());
    }

    /** @throws duka.kernel.web.InvalidInput {@code phone_invalid} */
    ShippingAddress toAddress(PersonId person) {
        return toAddress(person, "shipping_address.phone");
    }

    /** @param phoneField how the caller calls the phone */
    ShippingAddress toAddress(PersonId person, String phoneField) {
        return new ShippingAddress(
                Personal.of(person, fullName.strip()),
                Personal.of(person, Phones.read(phone, phoneField).e164()),
                Personal.of(person, line1.strip()),
                sealed(person, line2),
                Personal.of(person, city.strip()),
                county == null || county.isBlank() ? null : county.strip(),
                sealed(person, postalCode),
                country);
    }

    private static String known(Personal personal) {
        return personal.reveal().orElse("");
    }

    private static @Nullable Personal sealed(PersonId person, @Nullable String text) {
        return text == null || text.isBlank() ? null : Personal.of(person, text.strip());
    }
}
