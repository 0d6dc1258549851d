package duka.ordering.web;

import duka.ordering.api.ShippingAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address that a customer saved, sealed as in an order. */
record SavedAddress(UUID id, ShippingAddress address, boolean isDefault, Instant createdAt, long version) {

    /**
     * As its owner writes it.
     *
     * @param isDefault when absent, the first one saved becomes the default, and one that is written anew stays what it
     *     is
     */
    record Request(
            @NotBlank @Size(max = 120) String fullName,
            @NotBlank String phone,
            @NotBlank @Size(max = 200) String line1,
            @Nullable @Size(max = 200) String line2,
            @NotBlank @Size(max = 100) String city,
            @Nullable @Size(max = 100) String county,
            @Nullable @Size(max = 20) String postalCode,
            @NotBlank @Pattern(regexp = "[A-Z]{2}") String country,
            @Nullable Boolean isDefault) {

        AddressJson address() {
            return new AddressJson(fullName, phone, line1, line2, city, county, postalCode, country);
        }
    }

    /** As its owner reads it. */
    record Response(
            String id,
            String fullName,
            String phone,
            String line1,
            @Nullable String line2,
            String city,
            @Nullable String county,
            @Nullable String postalCode,
            String country,
            boolean isDefault,
            Instant createdAt,
            long version) {}

    /** What a partial change begins with. */
    Request request() {
        AddressJson known = AddressJson.of(address);
        return new Request(
                known.fullName(),
                known.phone(),
                known.line1(),
                known.line2(),
                known.city(),
                known.county(),
                known.postalCode(),
                known.country(),
                isDefault);
    }

    Response response() {
        AddressJson known = AddressJson.of(address);
        return new Response(
                id.toString(),
                known.fullName(),
                known.phone(),
                known.line1(),
                known.line2(),
                known.city(),
                known.county(),
                known.postalCode(),
                known.country(),
                isDefault,
                createdAt,
                version);
    }
}
