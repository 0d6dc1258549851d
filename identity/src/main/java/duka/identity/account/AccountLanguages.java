package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Languages;
import duka.kernel.OrderId;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The language that somebody's browser spoke when they registered, or a guest's when they ordered, if the shop speaks
 * it; else English.
 */
@Component
public class AccountLanguages implements Languages {

    private static final Locale SWAHILI = Locale.of("sw");

    private final JdbcClient database;

    AccountLanguages(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Locale of(AccountId account) {
        return database.sql("select language from identity.account where id = ?")
                .param(account.value())
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }

    @Override
    public Locale ofGuest(OrderId order) {
        return database.sql("select language from identity.guest_language where order_id = ?")
                .param(order.value())
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }

    public void learn(AccountId account, Locale spoken) {
        if (isSwahili(spoken)) {
            database.sql("update identity.account set language = ? where id = ?")
                    .params(SWAHILI.getLanguage(), account.value())
                    .update();
        }
    }

    public void learnOfGuest(OrderId order, Locale spoken) {
        if (isSwahili(spoken)) {
            database.sql("""
                            insert into identity.guest_language (order_id, language) values (?, ?)
                            on conflict do nothing""").params(order.value(), SWAHILI.getLanguage()).update();
        }
    }

    @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT13M")
    void sweep() {
        database.sql("delete from identity.guest_language where ordered_at < now() - interval '180 days'")
                .update();
    }

    private static boolean isSwahili(Locale spoken) {
        return spoken.getLanguage().equals(SWAHILI.getLanguage());
    }
}
