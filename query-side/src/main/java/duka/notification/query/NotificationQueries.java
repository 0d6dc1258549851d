package duka.notification.query;

import duka.identity.api.AccountId;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.notification.api.NotificationId;
import duka.notification.api.NotificationKind;
import duka.notification.api.NotificationQuery.FindNotification;
import duka.notification.api.NotificationQuery.ListNotifications;
import duka.notification.api.NotificationQuery.Notifications;
import duka.notification.api.NotificationView;
import duka.ordering.api.OrderNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about notifications; which of them were read, the edge keeps beside them. */
@Component
class NotificationQueries {

    private static final String COLUMNS = """
            SELECT n.id, n.account_id, n.kind, n.order_number, n.amount, n.currency,
                   m.notification_id IS NOT NULL, n.created_at\s""";
    private static final String NOTIFICATIONS =
            "FROM read.notification n LEFT JOIN edge.notification_mark m ON m.notification_id = n.id ";

    private final JdbcClient database;

    NotificationQueries(JdbcClient database) {
        this.database = database;
    }

    @QueryHandler
    Notifications answer(ListNotifications query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("account", query.accountId().value());
        String where = "WHERE n.account_id = :account ";
        if (query.read() != null) {
            parameters.put("read", query.read());
            where += "AND (m.notification_id IS NOT NULL) = :read ";
        }
        long count = database.sql("SELECT count(*) " + NOTIFICATIONS + where)
                .params(parameters)
                .query(Long.class)
                .single();
        List<NotificationView> page = database.sql(COLUMNS + NOTIFICATIONS + where
                        + "ORDER BY n.created_at DESC, n.id LIMIT :limit OFFSET :offset")
                .params(parameters)
                .param("limit", query.page().size())
                .param("offset", query.page().offset())
                .query(NotificationQueries::view)
                .list();
        return new Notifications(count, page);
    }

    @QueryHandler
    Notifications answer(FindNotification query) {
        List<NotificationView> found = database.sql(COLUMNS + NOTIFICATIONS + "WHERE n.id = ?")
                .param(query.notificationId().value())
                .query(NotificationQueries::view)
                .list();
        return new Notifications(found.size(), found);
    }

    private static NotificationView view(ResultSet row, int n) throws SQLException {
        @Nullable Long amount = (Long) row.getObject(5);
        return new NotificationView(
                new NotificationId(row.getObject(1, UUID.class)),
                new AccountId(row.getObject(2, UUID.class)),
                NotificationKind.valueOf(row.getString(3)),
                new OrderNumber(row.getString(4)),
                amount == null ? null : new Money(amount, new CurrencyCode(row.getString(6))),
                row.getBoolean(7),
                row.getTimestamp(8).toInstant());
    }
}
