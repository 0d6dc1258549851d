package duka.notification.query;

import duka.identity.api.AccountId;
import duka.identity.api.PersonEvent.PersonErased;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.query.Departed;
import duka.kernel.query.RowBatch;
import duka.notification.api.NotificationId;
import duka.ordering.api.OrderNumber;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code read.notification}, and keeps whom news of an order goes to. */
@Component
class NotificationRows {

    private static final String TELL = """
            INSERT INTO read.notification (id, account_id, kind, order_number, amount, currency, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""";
    private static final String KNOW = """
            INSERT INTO read.notified_order (order_id, account_id, number) VALUES (?, ?, ?)
            ON CONFLICT (order_id) DO NOTHING""";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    NotificationRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** Who is told of an order. */
    record Recipient(OrderId orderId, AccountId accountId, OrderNumber number) {}

    private record Notification(News news, Recipient recipient) {}

    void remember(Recipient recipient) {
        recipients().put(recipient.orderId(), recipient);
    }

    /** Nobody is told of an order without an account; the first telling of the same news counts. */
    void tell(News news) {
        RowBatch<NotificationId, Notification> told = told();
        if (told.find(news.id()).isEmpty()) {
            recipients()
                    .find(news.orderId())
                    .ifPresent(recipient -> told.put(news.id(), new Notification(news, recipient)));
        }
    }

    /** Whether any of these was told before. */
    boolean wasTold(List<NotificationId> news) {
        RowBatch<NotificationId, Notification> told = told();
        return news.stream().anyMatch(id -> told.find(id).isPresent())
                || database.sql("SELECT EXISTS (SELECT FROM read.notification WHERE id = ANY (?))")
                        .param(news.stream().map(NotificationId::value).toArray(UUID[]::new))
                        .query(Boolean.class)
                        .single();
    }

    void forget(PersonErased erased) {
        Departed.from("notification", erased, person -> {
            batches.update("DELETE FROM read.notification WHERE account_id = ?", person.value());
            batches.update("DELETE FROM read.notified_order WHERE account_id = ?", person.value());
        });
    }

    private RowBatch<NotificationId, Notification> told() {
        return RowBatch.current("notification", unseen -> Optional.empty(), this::store);
    }

    private RowBatch<OrderId, Recipient> recipients() {
        return RowBatch.current("notified order", this::recipient, this::know);
    }

    private Optional<Recipient> recipient(OrderId order) {
        return database.sql("SELECT account_id, number FROM read.notified_order WHERE order_id = ?")
                .param(order.value())
                .query((row, n) -> new Recipient(
                        order, new AccountId(row.getObject(1, UUID.class)), new OrderNumber(row.getString(2))))
                .optional();
    }

    private void know(Collection<Recipient> recipients) {
        batches.batchUpdate(KNOW, recipients, Math.max(1, recipients.size()), (row, recipient) -> {
            row.setObject(1, recipient.orderId().value());
            row.setObject(2, recipient.accountId().value());
            row.setString(3, recipient.number().value());
        });
    }

    private void store(Collection<Notification> notifications) {
        batches.batchUpdate(TELL, notifications, Math.max(1, notifications.size()), NotificationRows::write);
    }

    private static void write(PreparedStatement row, Notification notification) throws SQLException {
        News news = notification.news();
        Money amount = news.amount();
        row.setObject(1, news.id().value());
        row.setObject(2, notification.recipient().accountId().value());
        row.setString(3, news.kind().name());
        row.setString(4, notification.recipient().number().value());
        row.setObject(5, amount == null ? null : amount.minorUnits(), Types.BIGINT);
        row.setString(6, amount == null ? null : amount.currency().code());
        row.setTimestamp(7, Timestamp.from(news.at()));
    }
}
