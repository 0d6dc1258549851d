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
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about payments, from the sale's rows. */
@Component
class PaymentQueries {

    private static final String OF_CUSTOMER =
            "FROM read.sale WHERE payment_view IS NOT NULL AND (?::uuid IS NULL OR customer_id = ?::uuid) ";

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
        @Nullable UUID customer = id(query.customerId());
        long count = database.sql("SELECT count(*) " + OF_CUSTOMER)
                .param(1, customer)
                .param(2, customer)
                .query(Long.class)
                .single();
        List<PaymentView> page = database.sql(
                        "SELECT payment_view " + OF_CUSTOMER + "ORDER BY placed_at DESC, order_id LIMIT ? OFFSET ?")
                .param(1, customer)
                .param(2, customer)
                .param(3, query.page().size())
                .param(4, query.page().offset())
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
                        "SELECT payment_view FROM read.sale WHERE payment_view IS NOT NULL AND " + condition)
                .param(key)
                .query((row, n) -> read(row.getString(1)))
                .list();
        return new Payments(found.size(), found);
    }

    private PaymentView read(String document) {
        return json.read(document, PaymentView.class);
    }

    private static @Nullable UUID id(@Nullable AccountId customer) {
        return customer == null ? null : customer.value();
    }
}
