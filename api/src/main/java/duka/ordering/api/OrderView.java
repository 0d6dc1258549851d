package duka.ordering.api;

import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.kernel.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as its own events tell it: a pure fold, the same as of today and as of any moment. */
public record OrderView(
        OrderId id,
        OrderContent content,
        OrderStatus status,
        ShippingAddress shippingAddress,
        @Nullable Personal notes,
        @Nullable Instant payBy,
        boolean dispatched,
        @Nullable RejectionView rejection,
        Instant placedAt,
        Instant updatedAt,
        List<HistoryEntry> history,
        long version) {

    public record RejectionView(String code, List<Sku> skus) {}

    /** @param note for people, or {@code null} */
    public record HistoryEntry(
            Instant at, OrderStatus status, @Nullable String note) {}
}
