package duka.checkout.query;

import duka.checkout.api.CheckoutQuery.FindObligations;
import duka.checkout.api.Obligations;
import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import duka.kernel.query.ViewJson;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.OrderStatus;
import duka.ordering.api.OrderView;
import duka.payment.api.PaymentStatus;
import duka.payment.api.PaymentView;
import duka.payment.api.PaymentView.RefundState;
import duka.payment.api.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what shop and buyer still owe each other. A customer has few orders, so that each is looked into. */
@Component
class ObligationQueries {

    private static final Set<RefundState> ON_ITS_WAY =
            Set.of(RefundState.REQUESTED, RefundState.PROCESSING, RefundState.UNKNOWN);

    private final JdbcClient database;
    private final ViewJson json;

    ObligationQueries(JdbcClient database, ViewJson json) {
        this.database = database;
        this.json = json;
    }

    private record Sale(OrderView order, @Nullable PaymentView payment) {

        /** Whether goods, or money in either direction, may still follow. */
        boolean isOpen() {
            return !order.status().isFinal() || (payment != null && (isUndecided(payment) || owesMoney(payment)));
        }

        private static boolean isUndecided(PaymentView payment) {
            return payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.DISPUTED;
        }

        private boolean owesMoney(PaymentView payment) {
            return order.status() != OrderStatus.COMPLETED
                    && payment.settled()
                    && payment.amount().isMoreThan(payment.refunded());
        }

        List<RefundId> refunds() {
            return payment == null
                    ? List.of()
                    : payment.refunds().stream()
                            .filter(refund -> ON_ITS_WAY.contains(refund.state()))
                            .map(PaymentView.Refund::id)
                            .toList();
        }
    }

    @QueryHandler
    Obligations answer(FindObligations query) {
        List<OrderNumber> orders = new ArrayList<>();
        List<RefundId> refunds = new ArrayList<>();
        for (Sale sale : sales(query)) {
            if (sale.isOpen()) {
                orders.add(sale.order().content().number());
            }
            refunds.addAll(sale.refunds());
        }
        return new Obligations(orders, refunds);
    }

    private List<Sale> sales(FindObligations query) {
        AccountId customer = query.customerId();
        OrderId order = query.orderId();
        String column = customer == null ? "order_id" : "customer_id";
        UUID id = customer == null ? Objects.requireNonNull(order).value() : customer.value();
        return database.sql("SELECT order_view, payment_view FROM read.sale WHERE number IS NOT NULL AND " + column
                        + " = ? ORDER BY placed_at, order_id")
                .param(id)
                .query((row, n) -> {
                    String payment = row.getString(2);
                    return new Sale(
                            json.read(row.getString(1), OrderView.class),
                            payment == null ? null : json.read(payment, PaymentView.class));
                })
                .list();
    }
}
