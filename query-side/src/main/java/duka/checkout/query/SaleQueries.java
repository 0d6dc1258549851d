package duka.checkout.query;

import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.kernel.OrderId;
import duka.kernel.query.ViewJson;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.ordering.api.OrderQuery.FindOrderByNumber;
import duka.ordering.api.OrderQuery.ListOrders;
import duka.ordering.api.OrderView;
import duka.payment.api.PaymentView;
import duka.shipping.api.ShipmentView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about orders. */
@Component
class SaleQueries {

    private static final String COLUMNS = "SELECT order_view, payment_view, order_news + payment_news FROM read.sale ";
    private static final String FILTER = """
            WHERE order_view IS NOT NULL
              AND (:customer::uuid IS NULL OR customer_id = :customer::uuid)
              AND (:status::text IS NULL OR status = :status)
              AND (:payment::text IS NULL OR payment_status = :payment)
              AND (:from::timestamptz IS NULL OR placed_at >= :from)
              AND (:to::timestamptz IS NULL OR placed_at < :to)
              AND (:search::text IS NULL OR search LIKE '%' || :search || '%')
            """;

    private final JdbcClient database;
    private final ViewJson json;

    SaleQueries(JdbcClient database, ViewJson json) {
        this.database = database;
        this.json = json;
    }

    @QueryHandler
    Sales answer(FindOrder query) {
        return one(database.sql(COLUMNS + "WHERE order_view IS NOT NULL AND order_id = ?")
                .param(query.orderId().value())
                .query(this::sale)
                .list());
    }

    @QueryHandler
    Sales answer(FindOrderByNumber query) {
        return one(database.sql(COLUMNS + "WHERE order_view IS NOT NULL AND number = ?")
                .param(query.number().value())
                .query(this::sale)
                .list());
    }

    @QueryHandler
    Sales answer(ListOrders query) {
        Map<String, @Nullable Object> parameters = parameters(query);
        long count = database.sql("SELECT count(*) FROM read.sale " + FILTER)
                .params(parameters)
                .query(Long.class)
                .single();
        List<SaleView> page = database.sql(
                        COLUMNS + FILTER + "ORDER BY placed_at DESC, order_id LIMIT :limit OFFSET :offset")
                .params(parameters)
                .query(this::sale)
                .list();
        return new Sales(count, withShipments(page));
    }

    private static Map<String, @Nullable Object> parameters(ListOrders query) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put(
                "customer",
                query.customerId() == null ? null : query.customerId().value());
        parameters.put("status", query.status() == null ? null : query.status().name());
        parameters.put(
                "payment",
                query.paymentStatus() == null ? null : query.paymentStatus().toUpperCase(Locale.ROOT));
        parameters.put("from", query.from() == null ? null : Timestamp.from(query.from()));
        parameters.put("to", query.to() == null ? null : Timestamp.from(query.to()));
        parameters.put("search", query.search() == null ? null : escaped(query.search()));
        parameters.put("limit", query.page().size());
        parameters.put("offset", query.page().offset());
        return parameters;
    }

    /** The caller's signs are words and not a pattern. */
    private static String escaped(String search) {
        return search.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
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
