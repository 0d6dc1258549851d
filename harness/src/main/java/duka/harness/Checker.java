package duka.harness;

import duka.harness.Journal.Acknowledged;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Judges a run after it healed, from three sources that the load client cannot talk into anything: the journal on the
 * disk, the event store, and M-Pesa's own ledger.
 *
 * <ul>
 *   <li>I1: every acknowledged order exists, and ended.
 *   <li>I2: nobody paid twice, nobody paid for nothing, nobody got anything for nothing.
 *   <li>I3: stock was never negative, its events add up, nothing stays reserved, the read model says the same.
 * </ul>
 */
final class Checker {

    private static final Set<String> ENDED =
            Set.of("ordering.OrderConfirmed", "ordering.OrderRejected", "ordering.OrderCancelled");

    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Stock> stocks = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    /** What a run came to. */
    record Verdict(int acknowledged, int confirmed, int events, List<String> violations) {}

    static Verdict judge(Path journal, Connection database, Ledger ledger) throws Exception {
        Checker checker = new Checker();
        int events = checker.read(database);
        List<Acknowledged> acknowledged = Journal.acknowledged(journal);
        checker.judgeOrders(acknowledged);
        checker.judgeMoney(acknowledged, ledger);
        checker.judgeStock(database);
        int confirmed = (int) checker.orders.values().stream()
                .filter(order -> order.types.contains("ordering.OrderConfirmed"))
                .count();
        return new Verdict(acknowledged.size(), confirmed, events, checker.violations);
    }

    private int read(Connection database) throws Exception {
        int count = 0;
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(1_000);
            try (ResultSet rows = statement.executeQuery(
                    "SELECT payload_type, payload FROM events.domain_event ORDER BY global_index")) {
                while (rows.next()) {
                    count++;
                    String type = rows.getString(1);
                    JsonNode payload = Http.JSON.readTree(new String(rows.getBytes(2), StandardCharsets.UTF_8));
                    if (type.startsWith("ordering.")) {
                        orders.computeIfAbsent(payload.path("order_id").asString(), none -> new Order())
                                .take(type, payload);
                    } else if (type.startsWith("inventory.")) {
                        stocks.computeIfAbsent(payload.path("sku").asString(), none -> new Stock())
                                .take(type, payload);
                    }
                }
            }
        }
        return count;
    }

    private void judgeOrders(List<Acknowledged> acknowledged) {
        Set<String> seen = new HashSet<>();
        for (Acknowledged one : acknowledged) {
            Order order = orders.get(one.orderId());
            if (order == null) {
                violations.add("I1 order " + one.orderId() + " was acknowledged and is lost");
            } else if (order.types.stream().noneMatch(ENDED::contains)) {
                violations.add("I1 order " + one.orderId() + " never ended");
            }
            if (!seen.add(one.orderId())) {
                violations.add("I1 order " + one.orderId() + " was acknowledged for two keys");
            }
        }
    }

    private void judgeMoney(List<Acknowledged> acknowledged, Ledger ledger) {
        Map<String, Long> paid = new HashMap<>();
        for (Ledger.Entry entry : ledger.entries()) {
            long amount = entry.kind().equals("payment") ? entry.amount() : -entry.amount();
            paid.merge(entry.msisdn(), amount, Long::sum);
        }
        for (Acknowledged one : acknowledged) {
            Order order = orders.getOrDefault(one.orderId(), new Order());
            boolean kept =
                    order.types.contains("ordering.OrderConfirmed") && !order.types.contains("ordering.OrderCancelled");
            long owed = kept ? order.totalMinor / 100 : 0;
            long balance = paid.getOrDefault(one.checkout().phone().replace("+", ""), 0L);
            if (balance != owed) {
                violations.add("I2 order " + one.orderId() + " cost " + owed + " and its phone paid " + balance);
            }
        }
    }

    private void judgeStock(Connection database) throws Exception {
        for (Map.Entry<String, Stock> one : stocks.entrySet()) {
            Stock stock = one.getValue();
            violations.addAll(stock.faults(one.getKey()));
            try (var statement = database.prepareStatement(
                    "SELECT on_hand, reserved FROM read.stock_item WHERE upper(sku) = upper(?)")) {
                statement.setString(1, one.getKey());
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next() || row.getInt(1) != stock.onHand || row.getInt(2) != stock.reserved) {
                        violations.add("I3 the read model does not show the stock of " + one.getKey());
                    }
                }
            }
        }
    }

    /** An order as its events tell it. */
    private static final class Order {

        private final Set<String> types = new HashSet<>();
        private long totalMinor;

        void take(String type, JsonNode payload) {
            types.add(type);
            if (type.equals("ordering.OrderPlaced")) {
                totalMinor = payload.path("content")
                        .path("total")
                        .path("minor_units")
                        .asLong();
            }
        }
    }

    /** A SKU's stock, added up from what happened rather than from the levels that the events claim. */
    private static final class Stock {

        private final Set<String> ended = new HashSet<>();
        private final List<String> faults = new ArrayList<>();
        private int onHand;
        private int reserved;

        void take(String type, JsonNode payload) {
            int quantity = payload.path("quantity").asInt();
            String reservation = payload.path("reservation_id").asString("");
            switch (type) {
                case "inventory.StockItemOpened" ->
                    onHand = payload.path("level").path("on_hand").asInt();
                case "inventory.StockAdjusted" ->
                    onHand += payload.path("delta").asInt();
                case "inventory.StockReserved" -> reserved += quantity;
                case "inventory.ReservationCommitted" -> {
                    end(reservation, quantity);
                    onHand -= quantity;
                }
                case "inventory.ReservationReleased" -> end(reservation, quantity);
                case "inventory.StockRestocked" -> onHand += quantity;
                default -> {}
            }
            if (onHand < reserved || reserved < 0) {
                faults.add("fell below zero: on hand " + onHand + ", reserved " + reserved);
            }
            JsonNode level = payload.path("level");
            if (level.path("on_hand").asInt() != onHand
                    || level.path("reserved").asInt() != reserved) {
                faults.add("its event claims " + level + " where " + onHand + " and " + reserved + " add up");
            }
        }

        List<String> faults(String sku) {
            List<String> all = new ArrayList<>(faults);
            if (reserved != 0) {
                all.add("still has " + reserved + " reserved");
            }
            return all.stream().map(fault -> "I3 stock of " + sku + " " + fault).toList();
        }

        private void end(String reservation, int quantity) {
            reserved -= quantity;
            if (!ended.add(reservation)) {
                faults.add("ended reservation " + reservation + " twice");
            }
        }
    }
}
