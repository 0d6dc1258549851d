package duka.checkout.query;

import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.kernel.OrderId;
import duka.kernel.query.ViewJson;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.ordering.api.OrderQuery.FindOrderByNumber;
import duka.ordering.api.OrderQuery.FindPurchase;
import duka.ordering.api.OrderQuery.ListOrders;
import duka.ordering.api.OrderView;
import duka.payment.api.PaymentView;
import duka.shipping.api.ShipmentView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about orders. */
@Component
class SaleQueries {

    private static final String COLUMNS = "SELECT order_view, payment_view, order_news + payment_news FROM read.sale ";

    private final JdbcClient database;
    private final ViewJson json;

    SaleQueries(JdbcClient database, ViewJson json) {
        this.database = database;
        this.json = json;
    }

    @QueryHandler
    Sales answer(FindOrder query) {
        return one(database.sql(COLUMNS + "WHERE number IS NOT NULL AND order_id = ?")
                .param(query.orderId().value())
                .query(this::sale)
                .list());
    }

    @QueryHandler
    Sales answer(FindOrderByNumber query) {
        return one(database.sql(COLUMNS + "WHERE number = ?")
                .param(query.number().value())
                .query(this::sale)
                .list());
    }

    @QueryHandler
    Sales answer(ListOrders query) {
        SaleFilter filter = SaleFilter.of(query);
        long count = database.sql("SELECT count(*) FROM read.sale " + filter.where())
                .params(filter.parameters())
                .query(Long.class)
                .single();
        List<SaleView> page = database.sql(
                        COLUMNS + filter.where() + " ORDER BY placed_at DESC, order_id LIMIT :limit OFFSET :offset")
                .params(filter.parameters())
                .param("limit", query.page().size())
                .param("offset", query.page().offset())
                .query(this::sale)
                .list();
        return new Sales(count, withShipments(page));
    }

    /** A customer has few orders, so that each is looked into. */
    @QueryHandler
    Sales answer(FindPurchase query) {
        String line = "{\"content\":{\"lines\":[{\"product_id\":\"" + query.productId() + "\"}]}}";
        return one(database.sql(COLUMNS + "WHERE customer_id = ? AND status IN ('CONFIRMED', 'COMPLETED')"
                        + " AND order_view @> ?::jsonb ORDER BY placed_at DESC, order_id LIMIT 1")
                .params(query.customerId().value(), line)
                .query(this::sale)
                .list());
    }

    private Sales one(List<SaleView> found) {
        return new Sales(found.size(), withShipments(found));
    }

    private List<SaleView> withShipments(List<SaleView> sales) {
        if (sales.isEmpty()) {
            return sales;
        }
        UUID[] orders = sales.stream().map(sale -> sale.order().id().value()).toArray(UUID[]::new);
        Map<OrderId, List<ShipmentView>> byOrder = database
                .sql("SELECT view FROM read.shipment WHERE order_id = ANY (?) ORDER BY created_at, id")
                .param(orders)
                .query((row, n) -> json.read(row.getString(1), ShipmentView.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(ShipmentView::orderId));
        return sales.stream()
                .map(sale -> with(sale, byOrder.getOrDefault(sale.order().id(), List.of())))
                .toList();
    }

    private static SaleView with(SaleView sale, List<ShipmentView> shipments) {
        long news = shipments.stream().mapToLong(ShipmentView::version).sum();
        return new SaleView(sale.order(), sale.payment(), shipments, sale.representation() + news);
    }

    private SaleView sale(ResultSet row, int n) throws SQLException {
        String payment = row.getString(2);
        return new SaleView(
                json.read(row.getString(1), OrderView.class),
                payment == null ? null : json.read(payment, PaymentView.class),
                List.of(),
                row.getLong(3));
    }
}
