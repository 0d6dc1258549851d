package duka.payment.web;

import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to pay that a customer saved.
 *
 * @param label how its owner calls it, sealed as the phone is, or {@code null}
 */
record SavedMethod(
        UUID id,
        String type,
        Personal phone,
        @Nullable Personal label,
        boolean isDefault,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** As its owner reads it. */
    record Response(
            String id,
            String type,
            @Nullable String phoneMasked,
            @Nullable String label,
            boolean isDefault,
            Instant createdAt,
            Instant updatedAt,
            long version) {}

    Response response() {
        return new Response(
                id.toString(),
                type,
                phone.reveal()
                        .flatMap(PhoneNumber::parse)
                        .map(PhoneNumber::masked)
                        .orElse(null),
                label == null ? null : label.value(),
                isDefault,
                createdAt,
                updatedAt,
                version);
    }
}
