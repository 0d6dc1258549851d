package duka.payment.query;

import duka.kernel.query.ViewJson;
import duka.payment.api.PaymentQuery.FindRefund;
import duka.payment.api.PaymentQuery.ListRefunds;
import duka.payment.api.PaymentQuery.PaymentRefund;
import duka.payment.api.PaymentQuery.PaymentRefunds;
import duka.payment.api.PaymentView;
import duka.payment.api.RefundId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about refunds, from the payments that they belong to. */
@Component
class RefundQueries {

    private static final String FROM =
            " FROM read.refund r JOIN read.sale s USING (order_id) WHERE s.payment_id IS NOT NULL AND r.state IS NOT NULL";

    private final JdbcClient database;
    private final ViewJson json;

    RefundQueries(JdbcClient database, ViewJson json) {
        this.database = database;
        this.json = json;
    }

    @QueryHandler
    PaymentRefunds answer(ListRefunds query) {
        StringBuilder wanted = new StringBuilder(FROM);
        Map<String, Object> parameters = new HashMap<>();
        if (query.customerId() != null) {
            wanted.append(" AND s.customer_id = :customer");
            parameters.put("customer", query.customerId().value());
        }
        if (query.orderId() != null) {
            wanted.append(" AND r.order_id = :order");
            parameters.put("order", query.orderId().value());
        }
        if (query.paymentId() != null) {
            wanted.append(" AND s.payment_id = :payment");
            parameters.put("payment", query.paymentId().value());
        }
        if (!query.states().isEmpty()) {
            wanted.append(" AND r.state IN (:states)");
            parameters.put("states", query.states().stream().map(Enum::name).toList());
        }
        long count = database.sql("SELECT count(*)" + wanted)
                .params(parameters)
                .query(Long.class)
                .single();
        List<PaymentRefund> page = database.sql("SELECT r.refund_id, s.payment_view" + wanted
                        + " ORDER BY r.requested_at DESC, r.refund_id LIMIT :limit OFFSET :offset")
                .params(parameters)
                .param("limit", query.page().size())
                .param("offset", query.page().offset())
                .query(this::refund)
                .list();
        return new PaymentRefunds(count, page);
    }

    @QueryHandler
    PaymentRefunds answer(FindRefund query) {
        List<PaymentRefund> found = database.sql("SELECT r.refund_id, s.payment_view" + FROM + " AND r.refund_id = ?")
                .param(query.refundId().value())
                .query(this::refund)
                .list();
        return new PaymentRefunds(found.size(), found);
    }

    private PaymentRefund refund(ResultSet row, int n) throws SQLException {
        RefundId id = new RefundId(row.getObject("refund_id", UUID.class));
        PaymentView payment = json.read(row.getString("payment_view"), PaymentView.class);
        return payment.refunds().stream()
                .filter(refund -> refund.id().equals(id))
                .findFirst()
                .map(refund -> new PaymentRefund(payment, refund))
                .orElseThrow(
                        () -> new IllegalStateException("Payment " + payment.id() + " does not know refund " + id));
    }
}
