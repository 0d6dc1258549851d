package duka.kernel.query;

import duka.identity.api.PersonEvent.PersonErased;
import duka.kernel.OrderId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders that an erased person placed, as far as they are in {@code read.sale}. */
public final class BuyersOrders {

    private BuyersOrders() {}

    public static List<OrderId> of(PersonErased erased, JdbcClient database) {
        if (erased.orderId() != null) {
            return List.of(erased.orderId());
        }
        return database.sql("SELECT order_id FROM read.sale WHERE customer_id = ? ORDER BY order_id")
                .param(erased.personId().value())
                .query((row, n) -> new OrderId(row.getObject(1, UUID.class)))
                .list();
    }
}
