package duka.inventory.query;

import duka.catalog.api.ProductId;
import duka.inventory.api.StockLevel;
import duka.inventory.api.StockView;
import duka.kernel.Sku;
import duka.kernel.query.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes {@code read.stock_item}, and the stock's own columns of {@code read.product}. */
@Component
class StockRows {

    /** A SKU belongs to the product that opened it last. */
    static final String CURRENT = """
            NOT EXISTS (SELECT FROM read.stock_item newer WHERE newer.sku_key = s.sku_key AND newer.opened > s.opened)
            """;

    static final String COLUMNS =
            "SELECT sku, product_id, on_hand, reserved, threshold, retired, updated_at, version, news, sold,"
                    + " opened FROM read.stock_item s ";

    private static final String STORE = """
            INSERT INTO read.stock_item
                (sku_key, sku, product_id, on_hand, reserved, threshold, retired, updated_at, version, news, sold,
                 opened)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (sku_key, product_id) DO UPDATE
            SET sku = excluded.sku, on_hand = excluded.on_hand,
                reserved = excluded.reserved, threshold = excluded.threshold, retired = excluded.retired,
                updated_at = excluded.updated_at, version = excluded.version, news = excluded.news,
                sold = excluded.sold, opened = excluded.opened""";
    private static final String SUM_UP = """
            INSERT INTO read.product AS p (id, available, popularity, stock_news)
            SELECT product_id, coalesce(sum(on_hand - reserved) FILTER (WHERE NOT retired), 0), sum(sold), sum(news)
            FROM read.stock_item WHERE product_id = ANY (?) GROUP BY product_id
            ON CONFLICT (id) DO UPDATE
            SET available = excluded.available, popularity = excluded.popularity, stock_news = excluded.stock_news""";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    StockRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    RowBatch<StockRow.Key, StockRow> batch() {
        return RowBatch.current("stock", this::find, this::store);
    }

    static StockRow row(ResultSet row) throws SQLException {
        return new StockRow(
                new StockView(
                        new Sku(row.getString(1)),
                        new ProductId(row.getObject(2, UUID.class)),
                        new StockLevel(row.getInt(3), row.getInt(4)),
                        row.getInt(5),
                        row.getBoolean(6),
                        row.getTimestamp(7).toInstant(),
                        row.getLong(8),
                        row.getLong(9)),
                row.getLong(10),
                row.getLong(11));
    }

    private Optional<StockRow> find(StockRow.Key key) {
        return database.sql(COLUMNS + "WHERE sku_key = ? AND product_id = ?")
                .params(key.sku(), key.product())
                .query((row, n) -> row(row))
                .optional();
    }

    private void store(Collection<StockRow> rows) {
        batches.batchUpdate(STORE, rows, rows.size(), (statement, row) -> {
            StockView stock = row.view();
            statement.setString(1, stock.sku().normalized());
            statement.setString(2, stock.sku().code());
            statement.setObject(3, stock.productId().value());
            statement.setInt(4, stock.level().onHand());
            statement.setInt(5, stock.level().reserved());
            statement.setInt(6, stock.lowStockThreshold());
            statement.setBoolean(7, stock.retired());
            statement.setTimestamp(8, Timestamp.from(stock.updatedAt()));
            statement.setLong(9, stock.version());
            statement.setLong(10, stock.representation());
            statement.setLong(11, row.sold());
            statement.setLong(12, row.opened());
        });
        UUID[] products = rows.stream()
                .map(row -> row.view().productId().value())
                .distinct()
                .toArray(UUID[]::new);
        database.sql(SUM_UP).param(products).update();
    }
}
