package duka.harness;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the event store tells, added up without any code of the shop. */
final class History {

    private static final int FETCH = 1_000;
    private static final int SHILLING = 100;

    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Stock> stocks = new HashMap<>();
    private final Map<String, Sums> types = new HashMap<>();
    private final Set<String> notByMpesa = new HashSet<>();
    private long moneyMinor;
    private int events;

    static History read(Connection database) throws SQLException {
        History history = new History();
        boolean before = database.getAutoCommit();
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(
                    "SELECT global_index, payload_type, payload FROM events.domain_event ORDER BY global_index")) {
                while (rows.next()) {
                    history.take(rows.getLong(1), rows.getString(2), rows.getBytes(3));
                }
            }
        } finally {
            database.setAutoCommit(before);
        }
        return history;
    }

    Map<String, Order> orders() {
        return orders;
    }

    Map<String, Stock> stocks() {
        return stocks;
    }

    /** Count and sum of the positions of all events of some types. */
    Sums of(Set<String> payloadTypes) {
        return types.entrySet().stream()
                .filter(type -> payloadTypes.contains(type.getKey()))
                .map(Map.Entry::getValue)
                .reduce(new Sums(0, 0), Sums::plus);
    }

    /** What M-Pesa brought less what it took back, in shillings: no cash, and nothing of past trade. */
    long moneyInShillings() {
        return moneyMinor / SHILLING;
    }

    int events() {
        return events;
    }

    private void take(long position, String type, byte[] bytes) {
        events++;
        types.merge(type, new Sums(1, position), Sums::plus);
        JsonNode payload = Http.JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        if (type.startsWith("ordering.")) {
            orders.computeIfAbsent(payload.path("order_id").asString(), none -> new Order())
                    .take(type, payload);
        } else if (type.startsWith("inventory.")) {
            stocks.computeIfAbsent(payload.path("sku").asString(), none -> new Stock())
                    .take(type, payload);
        }
        moneyMinor += money(type, payload);
    }

    private long money(String type, JsonNode payload) {
        String payment = payload.path("payment_id").asString("");
        String refund = payload.path("refund_id").asString("");
        long amount = payload.path("amount").path("minor_units").asLong();
        switch (type) {
            case "payment.PaymentRequested" -> noteUnless("MPESA".equals(text(payload, "method")), payment);
            case "payment.RefundRequested" -> noteUnless(!"MANUAL".equals(text(payload, "via")), refund);
            default -> {}
        }
        return switch (type) {
            case "payment.PaymentSettled" -> notByMpesa.contains(payment) ? 0 : amount;
            case "payment.SecondPaymentReceived" -> amount;
            case "payment.RefundSucceeded" -> notByMpesa.contains(refund) ? 0 : -amount;
            default -> 0;
        };
    }

    private void noteUnless(boolean byMpesa, String id) {
        if (!byMpesa) {
            notByMpesa.add(id);
        }
    }

    private static String text(JsonNode payload, String field) {
        return payload.path(field).asString("");
    }

    record Sums(long count, long positions) {

        Sums plus(Sums other) {
            return new Sums(count + other.count, positions + other.positions);
        }
    }

    /** An order as its events tell it. */
    static final class Order {

        private static final Set<String> ENDED =
                Set.of("ordering.OrderConfirmed", "ordering.OrderRejected", "ordering.OrderCancelled");

        private final Set<String> types = new HashSet<>();
        private long totalMinor;
        private String status = "";

        boolean isDecided() {
            return types.stream().anyMatch(ENDED::contains);
        }

        boolean isConfirmed() {
            return types.contains("ordering.OrderConfirmed");
        }

        /** What the shop may keep for it, in shillings. */
        long owed() {
            return isConfirmed() && !types.contains("ordering.OrderCancelled") ? totalMinor / SHILLING : 0;
        }

        /** As the read model writes it. */
        String status() {
            return status;
        }

        private void take(String type, JsonNode payload) {
            types.add(type);
            status = switch (type) {
                case "ordering.OrderPlaced" -> "PLACED";
                case "ordering.PaymentAwaited" -> "AWAITING_PAYMENT";
                case "ordering.OrderConfirmed" -> "CONFIRMED";
                case "ordering.OrderRejected" -> "REJECTED";
                case "ordering.OrderCancelled" -> "CANCELLED";
                case "ordering.OrderCompleted" -> "COMPLETED";
                default -> status;
            };
            if (type.equals("ordering.OrderPlaced")) {
                totalMinor = payload.path("content")
                        .path("total")
                        .path("minor_units")
                        .asLong();
            }
        }
    }

    /** A SKU's stock, added up from what happened rather than from the levels that the events claim. */
    static final class Stock {

        private final Set<String> ended = new HashSet<>();
        private final Set<String> open = new HashSet<>();
        private final List<Violation> faults = new ArrayList<>();
        private int onHand;
        private int reserved;

        int onHand() {
            return onHand;
        }

        int reserved() {
            return reserved;
        }

        /** What its events say against each other. */
        List<Violation> faults() {
            return faults;
        }

        private void take(String type, JsonNode payload) {
            int quantity = payload.path("quantity").asInt();
            String reservation = payload.path("reservation_id").asString("");
            switch (type) {
                case "inventory.StockItemOpened" ->
                    onHand = payload.path("level").path("on_hand").asInt();
                case "inventory.StockAdjusted" ->
                    onHand += payload.path("delta").asInt();
                case "inventory.StockReserved" -> begin(reservation, quantity);
                case "inventory.ReservationCommitted" -> {
                    end(reservation, quantity);
                    onHand -= quantity;
                }
                case "inventory.ReservationReleased" -> end(reservation, quantity);
                case "inventory.StockRestocked" -> onHand += quantity;
                default -> {}
            }
            if (onHand < reserved || reserved < 0) {
                fault(Violation.Kind.OVERSOLD, "fell below zero: on hand " + onHand + ", reserved " + reserved);
            }
            JsonNode level = payload.path("level");
            if (level.path("on_hand").asInt() != onHand
                    || level.path("reserved").asInt() != reserved) {
                fault(
                        Violation.Kind.STOCK,
                        "says " + level + " in an event where " + onHand + " and " + reserved + " add up");
            }
        }

        private void begin(String reservation, int quantity) {
            reserved += quantity;
            if (!open.add(reservation)) {
                fault(Violation.Kind.STOCK, "reserved twice for " + reservation);
            }
        }

        private void end(String reservation, int quantity) {
            reserved -= quantity;
            if (!ended.add(reservation)) {
                fault(Violation.Kind.STOCK, "ended reservation " + reservation + " twice");
            }
        }

        private void fault(Violation.Kind kind, String what) {
            faults.add(new Violation(kind, what));
        }
    }
}
