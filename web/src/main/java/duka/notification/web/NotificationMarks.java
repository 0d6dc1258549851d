package duka.notification.web;

import duka.identity.api.AccountId;
import duka.identity.api.Leaver;
import duka.identity.api.PersonalRecords;
import duka.notification.api.NotificationId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which notifications their owners have read. */
@Component
class NotificationMarks implements PersonalRecords {

    private final JdbcClient jdbc;

    NotificationMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void read(AccountId account, List<NotificationId> notifications) {
        jdbc.sql("""
                        insert into edge.notification_mark (notification_id, account_id)
                        select id, :account from unnest(:ids::uuid[]) as id on conflict do nothing
                        """)
                .param("account", account.value())
                .param("ids", notifications.stream().map(NotificationId::value).toArray(UUID[]::new))
                .update();
    }

    @Override
    public void forget(Leaver who) {
        if (who.accountId() != null) {
            jdbc.sql("delete from edge.notification_mark where account_id = :account")
                    .param("account", who.accountId().value())
                    .update();
        }
    }

    void unread(NotificationId notification) {
        jdbc.sql("delete from edge.notification_mark where notification_id = :id")
                .param("id", notification.value())
                .update();
    }
}
