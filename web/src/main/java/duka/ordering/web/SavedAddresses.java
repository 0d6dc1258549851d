package duka.ordering.web;

import duka.identity.api.AccountId;
import duka.identity.api.Leaver;
import duka.identity.api.PersonalRecords;
import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import duka.ordering.api.ShippingAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses that customers saved, as rows of {@code edge.saved_address}. Whoever has any has at most one default:
 * the first one is it, and when it goes the newest of the others follows. Writers of one customer wait for each other.
 */
@Component
class SavedAddresses implements PersonalRecords {

    private static final int MOST = 50;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    SavedAddresses(JdbcClient database, @Qualifier("storedJson") JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    long count(AccountId owner) {
        return database.sql("select count(*) from edge.saved_address where account_id = ?")
                .param(owner.value())
                .query(Long.class)
                .single();
    }

    List<SavedAddress> list(AccountId owner, PageRequest page) {
        return database.sql("""
                        select * from edge.saved_address where account_id = ?
                        order by created_at desc, id desc limit ? offset ?""")
                .params(owner.value(), page.size(), page.offset())
                .query(this::address)
                .list();
    }

    Optional<SavedAddress> find(AccountId owner, UUID id) {
        return database.sql("select * from edge.saved_address where account_id = ? and id = ?")
                .params(owner.value(), id)
                .query(this::address)
                .optional();
    }

    /** @throws Rejection {@code too_many_addresses} */
    @Transactional
    void add(AccountId owner, UUID id, ShippingAddress address, @Nullable Boolean wantsDefault) {
        lock(owner);
        if (find(owner, id).isPresent()) {
            return;
        }
        long others = count(owner);
        if (others >= MOST) {
            throw new Rejection("too_many_addresses", "At most " + MOST + " addresses can be saved.");
        }
        boolean becomesDefault = wantsDefault == null ? others == 0 : wantsDefault;
        if (becomesDefault) {
            clearDefault(owner);
        }
        database.sql("""
                        insert into edge.saved_address (id, account_id, address, is_default, created_at)
                        values (?, ?, ?::jsonb, ?, ?)""")
                .params(
                        id,
                        owner.value(),
                        json.writeValueAsString(address),
                        becomesDefault,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws Rejection {@code version_mismatch} */
    @Transactional
    void change(
            AccountId owner,
            UUID id,
            ShippingAddress address,
            @Nullable Boolean wantsDefault,
            @Nullable Long expectedVersion) {
        lock(owner);
        boolean isDefault = expected(owner, id, expectedVersion).isDefault();
        boolean becomesDefault = wantsDefault == null ? isDefault : wantsDefault;
        if (becomesDefault) {
            clearDefault(owner);
        }
        database.sql("""
                        update edge.saved_address set address = ?::jsonb, is_default = ?, version = version + 1
                        where id = ? and account_id = ?""")
                .params(json.writeValueAsString(address), becomesDefault, id, owner.value())
                .update();
    }

    /** @throws Rejection {@code version_mismatch} */
    @Transactional
    void remove(AccountId owner, UUID id, @Nullable Long expectedVersion) {
        lock(owner);
        SavedAddress before = expected(owner, id, expectedVersion);
        database.sql("delete from edge.saved_address where id = ?").param(id).update();
        if (before.isDefault()) {
            database.sql("""
                            update edge.saved_address set is_default = true where id = (
                                select id from edge.saved_address where account_id = ?
                                order by created_at desc, id desc limit 1)""").param(owner.value()).update();
        }
    }

    @Override
    public void forget(Leaver who) {
        if (who.accountId() != null) {
            database.sql("delete from edge.saved_address where account_id = ?")
                    .param(who.accountId().value())
                    .update();
        }
    }

    private SavedAddress expected(AccountId owner, UUID id, @Nullable Long expectedVersion) {
        SavedAddress address = find(owner, id).orElseThrow(() -> Rejection.notFound("address"));
        if (expectedVersion != null && expectedVersion != address.version()) {
            throw Rejection.versionMismatch(expectedVersion, address.version());
        }
        return address;
    }

    private void lock(AccountId owner) {
        Object unused = database.sql("select pg_advisory_xact_lock(hashtextextended(?, 82)) is null")
                .param(owner.toString())
                .query(Boolean.class)
                .single();
    }

    private void clearDefault(AccountId owner) {
        database.sql("update edge.saved_address set is_default = false where account_id = ? and is_default")
                .param(owner.value())
                .update();
    }

    private SavedAddress address(ResultSet row, int n) throws SQLException {
        return new SavedAddress(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("address"), ShippingAddress.class),
                row.getBoolean("is_default"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}
