package duka.payment.query;

import duka.checkout.api.PaymentStanding;
import duka.identity.api.Lookups;
import duka.identity.api.PersonEvent.PersonErased;
import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.kernel.query.BuyersOrders;
import duka.kernel.query.Counted;
import duka.kernel.query.RowBatch;
import duka.kernel.query.ViewJson;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.PushAccepted;
import duka.payment.api.PaymentView;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps payment's columns of {@code read.sale}, and which order a prompt was for. */
@Component
@ProcessingGroup("read.sale")
class PaymentProjection {

    static final String CHECKOUT_HASH = "payment.checkout";

    private static final String STORE = """
            INSERT INTO read.sale (order_id, payment_id, payment_view, payment_status, payment_news)
            VALUES (?, ?, ?::jsonb, ?, ?)
            ON CONFLICT (order_id) DO UPDATE
            SET payment_id = excluded.payment_id, payment_view = excluded.payment_view,
                payment_status = excluded.payment_status, payment_news = excluded.payment_news""";
    private static final String ATTEMPT = """
            INSERT INTO read.payment_attempt AS a (attempt_id, order_id, checkout_hash) VALUES (?, ?, ?)
            ON CONFLICT (attempt_id) DO UPDATE SET checkout_hash = coalesce(excluded.checkout_hash, a.checkout_hash)""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ViewJson json;
    private final Lookups lookups;
    private final RefundIndex refunds;

    PaymentProjection(JdbcClient database, JdbcTemplate batches, ViewJson json, Lookups lookups, RefundIndex refunds) {
        this.database = database;
        this.batches = batches;
        this.json = json;
        this.lookups = lookups;
        this.refunds = refunds;
    }

    @EventHandler
    void on(PaymentEvent event, @Timestamp Instant at) {
        remember(event);
        refunds.remember(event, at);
        RowBatch<OrderId, Counted<PaymentView>> payments = payments();
        Optional<Counted<PaymentView>> before = payments.find(event.orderId());
        PaymentView after = PaymentFold.apply(before.map(Counted::view).orElse(null), event, at);
        payments.put(event.orderId(), Counted.after(before, after));
    }

    /** What was sealed under the person's key reads as absent now, and is written so. */
    @EventHandler
    void on(PersonErased erased) {
        RowBatch<OrderId, Counted<PaymentView>> payments = payments();
        for (OrderId order : BuyersOrders.of(erased, database)) {
            payments.find(order)
                    .ifPresent(before -> payments.put(order, Counted.after(Optional.of(before), before.view())));
        }
    }

    private RowBatch<OrderId, Counted<PaymentView>> payments() {
        return RowBatch.current("sale.payment", this::find, this::store);
    }

    private void remember(PaymentEvent event) {
        switch (event) {
            case AttemptStarted started -> attempt(new AttemptRow(started.attemptId(), event.orderId(), null));
            case PushAccepted accepted ->
                attempt(new AttemptRow(accepted.attemptId(), event.orderId(), hash(accepted.checkoutRequestId())));
            default -> {}
        }
    }

    /** Within a batch the later word about an attempt counts, since it knows the provider's id. */
    private void attempt(AttemptRow row) {
        RowBatch<AttemptId, AttemptRow> attempts =
                RowBatch.current("sale.attempt", unknown -> Optional.empty(), this::storeAttempts);
        attempts.put(row.attempt(), row);
    }

    private Optional<Counted<PaymentView>> find(OrderId order) {
        return database.sql(
                        "SELECT payment_view, payment_news FROM read.sale WHERE order_id = ? AND payment_id IS NOT NULL")
                .param(order.value())
                .query((row, n) -> new Counted<>(json.read(row.getString(1), PaymentView.class), row.getLong(2)))
                .optional();
    }

    private void store(Collection<Counted<PaymentView>> payments) {
        batches.batchUpdate(STORE, payments, payments.size(), (row, changed) -> {
            PaymentView payment = changed.view();
            row.setObject(1, payment.orderId().value());
            row.setObject(2, payment.id().value());
            row.setString(3, json.write(payment));
            row.setString(4, PaymentStanding.of(payment).name());
            row.setLong(5, changed.events());
        });
    }

    private void storeAttempts(Collection<AttemptRow> attempts) {
        batches.batchUpdate(ATTEMPT, attempts, attempts.size(), (row, attempt) -> {
            row.setObject(1, attempt.attempt().value());
            row.setObject(2, attempt.order().value());
            row.setString(3, attempt.checkoutHash());
        });
    }

    private @Nullable String hash(@Nullable Personal checkoutRequestId) {
        return Optional.ofNullable(checkoutRequestId)
                .flatMap(Personal::reveal)
                .map(id -> lookups.hmac(CHECKOUT_HASH, id))
                .orElse(null);
    }
}
