package duka.shipping.web;

import duka.kernel.web.InvalidInput;
import duka.shipping.api.ShipmentStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What staff say about parcels. */
final class ShipmentRequests {

    private ShipmentRequests() {}

    /** A parcel of an order. */
    record Create(@NotBlank String orderId, @NotEmpty @Valid List<@NotNull Item> items) {}

    record Item(
            @NotBlank String sku, @NotNull @Min(1) @Max(999) Integer quantity) {}

    /** @param restock whether what came back can be sold again */
    record Change(
            @NotBlank String status,
            @Nullable @Size(max = 80) String carrier,
            @Nullable @Size(max = 80) String trackingNumber,
            @Nullable Boolean restock) {}

    /** @param at when it happened, now when absent */
    record Event(
            @NotBlank String status,
            @Nullable @Size(max = 200) String location,
            @Nullable @Size(max = 500) String note,
            @Nullable Instant at,
            @Nullable Boolean restock) {}

    static ShipmentStatus status(String written) {
        return Arrays.stream(ShipmentStatus.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field("status", "unknown_value", "There is no such status."));
    }
}
