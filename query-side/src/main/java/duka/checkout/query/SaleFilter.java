package duka.checkout.query;

import duka.kernel.query.StorableText;
import duka.ordering.api.OrderQuery.ListOrders;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which orders are asked for: only the conditions that were named, so that each question finds its index. */
record SaleFilter(String where, Map<String, Object> parameters) {

    static SaleFilter of(ListOrders query) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        conditions.add("number IS NOT NULL");
        if (query.customerId() != null) {
            conditions.add("customer_id = :customer");
            parameters.put("customer", query.customerId().value());
        }
        if (query.status() != null) {
            conditions.add("status = :status");
            parameters.put("status", query.status().name());
        }
        if (query.paymentStatus() != null) {
            conditions.add("payment_status = :payment");
            parameters.put("payment", query.paymentStatus().toUpperCase(Locale.ROOT));
        }
        if (query.from() != null) {
            conditions.add("placed_at >= :from");
            parameters.put("from", Timestamp.from(query.from()));
        }
        if (query.to() != null) {
            conditions.add("placed_at < :to");
            parameters.put("to", Timestamp.from(query.to()));
        }
        if (query.search() != null && !query.search().isBlank()) {
            conditions.add("search LIKE :search");
            parameters.put("search", "%" + StorableText.likePart(query.search().strip()) + "%");
        }
        return new SaleFilter("WHERE " + String.join(" AND ", conditions), parameters);
    }
}
