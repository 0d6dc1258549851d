package duka.ordering.web;

import duka.checkout.api.PaymentStanding;
import duka.identity.api.AccountId;
import duka.kernel.api.PageRequest;
import duka.kernel.web.InvalidInput;
import duka.ordering.api.OrderQuery.ListOrders;
import duka.ordering.api.OrderStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are wanted, as the address of a list says it.
 *
 * @param from a day of the shop, or an instant
 * @param to a day of the shop, which is included, or an instant
 */
record OrderFilter(
        @Nullable String status,
        @Nullable String payment_status,
        @Nullable String from,
        @Nullable String to,
        @Nullable String search) {

    ListOrders toQuery(@Nullable AccountId customer, ZoneId zone, PageRequest page) {
        PaymentStanding standing = oneOf(PaymentStanding.values(), payment_status, "payment_status");
        return new ListOrders(
                customer,
                oneOf(OrderStatus.values(), status, "status"),
                standing == null ? null : OrderResponse.lower(standing),
                instant(from, "from", 0, zone),
                instant(to, "to", 1, zone),
                search == null || search.isBlank() ? null : search.strip(),
                page);
    }

    private static <E extends Enum<E>> @Nullable E oneOf(E[] all, @Nullable String written, String field) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        return Arrays.stream(all)
                .filter(constant -> OrderResponse.lower(constant).equals(written))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field(
                        field,
                        "unknown_value",
                        "Allowed are "
                                + Arrays.toString(all).toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "") + "."));
    }

    private static @Nullable Instant instant(@Nullable String written, String field, int daysOn, ZoneId zone) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            return written.contains("T")
                    ? Instant.parse(written)
                    : LocalDate.parse(written)
                            .plusDays(daysOn)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeException e) {
            throw InvalidInput.field(field, "date_invalid", "A date such as 2026-11-23, or an instant in UTC.");
        }
    }
}
