package duka.inventory.query;

import duka.inventory.api.StockQuery.Adjustment;
import duka.inventory.api.StockQuery.Adjustments;
import duka.inventory.api.StockQuery.FindStock;
import duka.inventory.api.StockQuery.ListAdjustments;
import duka.inventory.api.StockQuery.ListStock;
import duka.inventory.api.StockQuery.StockItems;
import duka.inventory.api.StockView;
import duka.kernel.Sku;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about stock. */
@Component
class StockQueries {

    private final JdbcClient database;

    StockQueries(JdbcClient database) {
        this.database = database;
    }

    @QueryHandler
    StockItems answer(ListStock query) {
        long count = database.sql("SELECT count(*) FROM read.stock_item s WHERE NOT retired AND " + StockRows.CURRENT)
                .query(Long.class)
                .single();
        List<StockView> page = database.sql(StockRows.COLUMNS + "WHERE NOT retired AND " + StockRows.CURRENT
                        + "ORDER BY sku_key LIMIT ? OFFSET ?")
                .params(query.page().size(), query.page().offset())
                .query((row, n) -> StockRows.row(row).view())
                .list();
        return new StockItems(count, page);
    }

    @QueryHandler
    StockItems answer(FindStock query) {
        List<StockView> found = database.sql(StockRows.COLUMNS + "WHERE sku_key = ANY (?) AND " + StockRows.CURRENT)
                .param(query.skus().stream().map(Sku::normalized).toArray(String[]::new))
                .query((row, n) -> StockRows.row(row).view())
                .list();
        return new StockItems(found.size(), found);
    }

    @QueryHandler
    Adjustments answer(ListAdjustments query) {
        String key = query.sku().normalized();
        long count = database.sql("SELECT count(*) FROM read.stock_adjustment WHERE sku_key = ?")
                .param(key)
                .query(Long.class)
                .single();
        List<Adjustment> page = database.sql("""
                        SELECT id, delta, reason, on_hand, at, actor FROM read.stock_adjustment
                        WHERE sku_key = ? ORDER BY at DESC, id LIMIT ? OFFSET ?""")
                .params(key, query.page().size(), query.page().offset())
                .query((row, n) -> new Adjustment(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6)))
                .list();
        return new Adjustments(count, page);
    }
}
