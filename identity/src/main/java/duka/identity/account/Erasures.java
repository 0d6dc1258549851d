package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Leaver;
import duka.identity.api.PersonEvent.PersonErased;
import duka.identity.api.PersonKeys;
import duka.identity.api.PersonalRecords;
import duka.kernel.Rejection;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets people. In one transaction the person's key is destroyed, the account goes with all that hangs on it, every
 * part of the shop deletes what it kept, and the event is written that tells the read models: so it is done once, wholly
 * or not at all.
 */
@Component
public class Erasures {

    private final AccountStore store;
    private final PersonKeys keys;
    private final List<PersonalRecords> records;
    private final SessionStates states;
    private final JdbcClient database;
    private final EventGateway events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Erasures(
            AccountStore store,
            PersonKeys keys,
            List<PersonalRecords> records,
            SessionStates states,
            JdbcClient database,
            EventGateway events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.records = records;
        this.states = states;
        this.database = database;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Erases a person; silent about one who was erased before.
     *
     * @param versionCheck is given the account's present version and throws if the caller expected another
     * @param because the metadata of the event
     * @throws Rejection {@code last_admin} if nobody could let people in again
     */
    public void erase(Leaver who, LongConsumer versionCheck, Map<String, String> because) {
        AccountId account = who.accountId();
        transaction.executeWithoutResult(status -> {
            if (account == null || mayGo(account, versionCheck)) {
                erase(who, because);
            }
        });
        if (account != null) {
            states.forget(account);
        }
    }

    private boolean mayGo(AccountId id, LongConsumer versionCheck) {
        List<Account> admins = isAdmin(id) ? store.lockedActiveAdmins() : List.of();
        Account account = store.lockedAccount(id).orElse(null);
        if (account == null) {
            return false;
        }
        versionCheck.accept(account.view().version());
        if (account.isActiveAdmin() && admins.size() == 1) {
            throw new Rejection("last_admin", "This is the last admin; name another one first.");
        }
        return true;
    }

    /** Admins are locked before the account is loaded, in the order in which everybody locks them. */
    private boolean isAdmin(AccountId id) {
        return database.sql("select role = 'ADMIN' from identity.account where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void erase(Leaver who, Map<String, String> because) {
        if (!isFirstTime(who)) {
            return;
        }
        keys.erase(who.personId());
        records.forEach(kept -> kept.forget(who));
        if (who.accountId() != null) {
            database.sql("delete from identity.account where id = ?")
                    .param(who.accountId().value())
                    .update();
        }
        if (who.orderId() != null) {
            database.sql("delete from identity.guest_language where order_id = ?")
                    .param(who.orderId().value())
                    .update();
        }
        // Last, for whoever appends an event keeps all others waiting until the commit.
        events.publish(
                GenericEventMessage.asEventMessage(new PersonErased(who.personId(), who.accountId(), who.orderId()))
                        .andMetaData(because));
    }

    private boolean isFirstTime(Leaver who) {
        return database.sql("""
                        insert into identity.erasure (person_id, account_id, order_id, erased_at)
                        values (:person, :account::uuid, :order::uuid, :now) on conflict (person_id) do nothing
                        """)
                        .param("person", who.personId().value())
                        .param("account", Objects.toString(who.accountId(), null))
                        .param("order", Objects.toString(who.orderId(), null))
                        .param(
                                "now",
                                clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
