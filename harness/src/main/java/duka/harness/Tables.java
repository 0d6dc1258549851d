package duka.harness;

import duka.harness.Violation.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what the shop derived from its events (tables, deadlines, progress) with the events. */
final class Tables {

    private final Connection database;
    private final List<Violation> violations = new ArrayList<>();

    Tables(Connection database) {
        this.database = database;
    }

    List<Violation> against(History history) throws SQLException {
        stock(history);
        sales(history);
        readers(history);
        overdue();
        return violations;
    }

    private void stock(History history) throws SQLException {
        Map<String, String> shown = new HashMap<>();
        read(
                "SELECT sku, on_hand, reserved FROM read.stock_item",
                row -> shown.put(row.getString(1), row.getInt(2) + "/" + row.getInt(3)));
        history.stocks().forEach((sku, stock) -> {
            String expected = stock.onHand() + "/" + stock.reserved();
            if (!expected.equals(shown.get(sku))) {
                found(
                        Kind.READ_MODEL,
                        "the stock of " + sku + " is shown as " + shown.get(sku) + " instead of " + expected);
            }
        });
    }

    private void sales(History history) throws SQLException {
        Map<String, String> shown = new HashMap<>();
        read(
                "SELECT order_id::text, status FROM read.sale WHERE number IS NOT NULL",
                row -> shown.put(row.getString(1), row.getString(2)));
        history.orders().forEach((id, order) -> {
            if (!order.status().equals(shown.get(id))) {
                found(
                        Kind.READ_MODEL,
                        "order " + id + " is shown as " + shown.get(id) + " instead of " + order.status());
            }
        });
    }

    private void readers(History history) throws SQLException {
        Map<String, Set<String>> handles = new HashMap<>();
        read(
                "SELECT processor, payload_type FROM process.reader_handles",
                row -> handles.computeIfAbsent(row.getString(1), none -> new HashSet<>())
                        .add(row.getString(2)));
        Map<String, History.Sums> taken = new HashMap<>();
        read(
                "SELECT processor, sum(events), sum(position_sum) FROM process.group_progress GROUP BY processor",
                row -> taken.put(row.getString(1), new History.Sums(row.getLong(2), row.getLong(3))));
        handles.forEach((reader, types) -> {
            History.Sums expected = history.of(types);
            History.Sums actual = taken.getOrDefault(reader, new History.Sums(0, 0));
            if (!expected.equals(actual)) {
                found(Kind.READER, reader + " took " + actual + " where the store has " + expected);
            }
        });
    }

    private void overdue() throws SQLException {
        read(
                "SELECT kind, count(*) FROM process.deadline WHERE due_at < now() - interval '1 minute' GROUP BY kind",
                row -> found(Kind.OVERDUE, row.getInt(2) + " deadlines " + row.getString(1) + " are overdue"));
        read("""
                SELECT task_name, count(*) FROM process.scheduled_tasks
                WHERE execution_time < now() - interval '1 minute' GROUP BY task_name""", row -> found(Kind.OVERDUE, row.getInt(2) + " pieces of " + row.getString(1) + " are overdue"));
        read(
                "SELECT processor, count(*) FROM process.parked GROUP BY processor",
                row -> found(Kind.OVERDUE, row.getInt(2) + " events are parked by " + row.getString(1)));
        read(
                "SELECT processing_group, count(*) FROM process.dead_letter_entry GROUP BY processing_group",
                row -> found(Kind.OVERDUE, row.getInt(2) + " dead letters of " + row.getString(1)));
    }

    private void read(String sql, Row row) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.take(rows);
            }
        }
    }

    private void found(Kind kind, String what) {
        violations.add(new Violation(kind, what));
    }

    @FunctionalInterface
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }
}
