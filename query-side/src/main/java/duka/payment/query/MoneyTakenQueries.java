package duka.payment.query;

import duka.kernel.query.ViewJson;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentQuery.ListMoneyTaken;
import duka.payment.api.PaymentQuery.MoneyTaken;
import duka.payment.api.PaymentQuery.Taken;
import duka.payment.api.PaymentView;
import duka.payment.api.PaymentView.Attempt;
import duka.payment.api.PaymentView.OtherMoney;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what orders know of M-Pesa's money, read an hour of orders at a time. */
@Component
class MoneyTakenQueries {

    private static final Duration STRIDE = Duration.ofHours(1);
    private static final String KNOWN = """
            SELECT number, payment_view FROM read.sale WHERE payment_id IS NOT NULL AND number IS NOT NULL AND\s""";

    private final JdbcClient database;
    private final ViewJson json;

    MoneyTakenQueries(JdbcClient database, ViewJson json) {
        this.database = database;
        this.json = json;
    }

    @QueryHandler
    MoneyTaken answer(ListMoneyTaken query) {
        List<Taken> taken = new ArrayList<>();
        for (Instant from = query.from(); from.isBefore(query.until()); from = from.plus(STRIDE)) {
            Instant next = from.plus(STRIDE);
            Instant until = next.isBefore(query.until()) ? next : query.until();
            collect(
                    "placed_at >= :from AND placed_at < :until",
                    Map.of("from", Timestamp.from(from), "until", Timestamp.from(until)),
                    taken);
        }
        if (!query.numbers().isEmpty()) {
            collect(
                    "number IN (:numbers) AND (placed_at < :from OR placed_at >= :until)",
                    Map.of(
                            "numbers",
                            query.numbers().stream().map(OrderNumber::value).toList(),
                            "from",
                            Timestamp.from(query.from()),
                            "until",
                            Timestamp.from(query.until())),
                    taken);
        }
        return new MoneyTaken(taken);
    }

    private void collect(String condition, Map<String, Object> parameters, List<Taken> into) {
        database.sql(KNOWN + condition)
                .params(parameters)
                .query(this::taken)
                .list()
                .forEach(into::addAll);
    }

    private List<Taken> taken(ResultSet row, int n) throws SQLException {
        OrderNumber number = new OrderNumber(row.getString("number"));
        PaymentView payment = json.read(row.getString("payment_view"), PaymentView.class);
        List<Taken> taken = new ArrayList<>();
        for (Attempt attempt : payment.attempts()) {
            if (attempt.state() == AttemptState.PAID || attempt.receipt() != null) {
                taken.add(of(payment, number, attempt));
            }
        }
        OtherMoney other = payment.otherMoney();
        if (other != null && other.receipt() != null) {
            boolean byMpesa = payment.method() == PaymentMethod.MPESA && other.state() == AttemptState.PAID;
            taken.add(new Taken(
                    payment.id(),
                    payment.orderId(),
                    number,
                    other.receipt(),
                    other.amount(),
                    payment.updatedAt(),
                    byMpesa));
        }
        return taken;
    }

    private static Taken of(PaymentView payment, OrderNumber number, Attempt attempt) {
        boolean paid = attempt.state() == AttemptState.PAID;
        Instant ended = attempt.endedAt();
        return new Taken(
                payment.id(),
                payment.orderId(),
                number,
                attempt.receipt(),
                paid ? payment.amount() : null,
                ended == null ? payment.updatedAt() : ended,
                paid);
    }
}
