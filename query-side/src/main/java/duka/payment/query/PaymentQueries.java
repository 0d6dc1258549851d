package duka.payment.query;

import duka.identity.api.AccountId;
import duka.identity.api.Lookups;
import duka.kernel.query.ViewJson;
import duka.payment.api.PaymentQuery.FindPayment;
import duka.payment.api.PaymentQuery.FindPaymentOfAttempt;
import duka.payment.api.PaymentQuery.FindPaymentOfCheckout;
import duka.payment.api.PaymentQuery.ListPayments;
import duka.payment.api.PaymentQuery.Payments;
import duka.payment.api.PaymentView;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about payments, from the sale's rows. */
@Component
class PaymentQueries {

    private final JdbcClient database;
    private final ViewJson json;
    private final Lookups lookups;

    PaymentQueries(JdbcClient database, ViewJson json, Lookups lookups) {
        this.database = database;
        this.json = json;
        this.lookups = lookups;
    }

    @QueryHandler
    Payments answer(ListPayments query) {
        AccountId customer = query.customerId();
        String whose = customer == null ? "" : "AND customer_id = :customer ";
        Map<String, Object> parameters = customer == null ? Map.of() : Map.of("customer", customer.value());
        long count = database.sql("SELECT count(*) FROM read.sale WHERE payment_id IS NOT NULL " + whose)
                .params(parameters)
                .query(Long.class)
                .single();
        List<PaymentView> page = database.sql("SELECT payment_view FROM read.sale WHERE payment_id IS NOT NULL " + whose
                        + "ORDER BY placed_at DESC, order_id LIMIT :limit OFFSET :offset")
                .params(parameters)
                .param("limit", query.page().size())
                .param("offset", query.page().offset())
                .query((row, n) -> read(row.getString(1)))
                .list();
        return new Payments(count, page);
    }

    @QueryHandler
    Payments answer(FindPayment query) {
        return where("payment_id = ?", query.paymentId().value());
    }

    @QueryHandler
    Payments answer(FindPaymentOfAttempt query) {
        return where(
                "order_id = (SELECT order_id FROM read.payment_attempt WHERE attempt_id = ?)",
                query.attemptId().value());
    }

    @QueryHandler
    Payments answer(FindPaymentOfCheckout query) {
        return where(
                "order_id = (SELECT order_id FROM read.payment_attempt WHERE checkout_hash = ? LIMIT 1)",
                lookups.hmac(PaymentProjection.CHECKOUT_HASH, query.checkoutRequestId()));
    }

    private Payments where(String condition, Object key) {
        List<PaymentView> found = database.sql(
                        "SELECT payment_view FROM read.sale WHERE payment_id IS NOT NULL AND " + condition)
                .param(key)
                .query((row, n) -> read(row.getString(1)))
                .list();
        return new Payments(found.size(), found);
    }

    private PaymentView read(String document) {
        return json.read(document, PaymentView.class);
    }
}
