package duka.payment.web;

import duka.identity.api.AccountId;
import duka.identity.api.Leaver;
import duka.identity.api.Lookups;
import duka.identity.api.PersonalRecords;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ways to pay that customers saved, as rows of {@code edge.payment_method}. Whoever has any has at most one default:
 * the first one is it, and when it goes the newest of the others follows. Writers of one customer wait for each other.
 */
@Component
class SavedMethods implements PersonalRecords {

    private static final int MOST = 20;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Lookups lookups;
    private final Clock clock;

    SavedMethods(JdbcClient database, @Qualifier("storedJson") JsonMapper json, Lookups lookups, Clock clock) {
        this.database = database;
        this.json = json;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** What its owner chooses. */
    record Choice(
            String type,
            PhoneNumber phone,
            @Nullable String label,
            @Nullable Boolean isDefault) {}

    long count(AccountId owner) {
        return database.sql("select count(*) from edge.payment_method where account_id = :owner")
                .param("owner", owner.value())
                .query(Long.class)
                .single();
    }

    List<SavedMethod> list(AccountId owner, PageRequest page) {
        return database.sql("""
                        select * from edge.payment_method where account_id = :owner
                        order by created_at desc, id desc limit :limit offset :offset""")
                .param("owner", owner.value())
                .param("limit", page.size())
                .param("offset", page.offset())
                .query(this::method)
                .list();
    }

    Optional<SavedMethod> find(AccountId owner, UUID id) {
        return database.sql("select * from edge.payment_method where account_id = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", id)
                .query(this::method)
                .optional();
    }

    /** @throws Rejection {@code payment_method_exists} for a phone that is there, {@code too_many_payment_methods} */
    @Transactional
    void add(AccountId owner, UUID id, Choice choice) {
        lock(owner);
        if (find(owner, id).isPresent()) {
            return;
        }
        long others = count(owner);
        if (others >= MOST) {
            throw new Rejection("too_many_payment_methods", "At most " + MOST + " ways to pay can be saved.");
        }
        refuseTwice(owner, id, choice.phone());
        boolean becomesDefault = Boolean.TRUE.equals(choice.isDefault()) || (choice.isDefault() == null && others == 0);
        if (becomesDefault) {
            clearDefault(owner);
        }
        database.sql("""
                        insert into edge.payment_method
                            (id, account_id, type, phone_hash, phone, label, is_default, created_at, updated_at)
                        values (:id, :owner, :type, :hash, :phone::jsonb, :label::jsonb, :default, :now, :now)""").params(values(owner, id, choice, becomesDefault)).update();
    }

    /** @throws Rejection {@code version_mismatch}, or as {@link #add} */
    @Transactional
    void change(AccountId owner, UUID id, Choice choice, @Nullable Long expectedVersion) {
        lock(owner);
        SavedMethod before = expected(owner, id, expectedVersion);
        refuseTwice(owner, id, choice.phone());
        boolean isDefault = choice.isDefault() == null ? before.isDefault() : choice.isDefault();
        if (isDefault) {
            clearDefault(owner);
        }
        database.sql("""
                        update edge.payment_method
                        set phone_hash = :hash, phone = :phone::jsonb, label = :label::jsonb, is_default = :default,
                            updated_at = :now, version = version + 1
                        where id = :id and account_id = :owner""").params(values(owner, id, choice, isDefault)).update();
    }

    /** @throws Rejection {@code version_mismatch} */
    @Transactional
    void remove(AccountId owner, UUID id, @Nullable Long expectedVersion) {
        lock(owner);
        SavedMethod before = expected(owner, id, expectedVersion);
        database.sql("delete from edge.payment_method where id = :id")
                .param("id", id)
                .update();
        if (before.isDefault()) {
            database.sql("""
                            update edge.payment_method set is_default = true where id = (
                                select id from edge.payment_method where account_id = :owner
                                order by created_at desc, id desc limit 1)""").param("owner", owner.value()).update();
        }
    }

    @Override
    public void forget(Leaver who) {
        if (who.accountId() != null) {
            database.sql("delete from edge.payment_method where account_id = :owner")
                    .param("owner", who.accountId().value())
                    .update();
        }
    }

    private SavedMethod expected(AccountId owner, UUID id, @Nullable Long expectedVersion) {
        SavedMethod method = find(owner, id).orElseThrow(() -> Rejection.notFound("payment method"));
        if (expectedVersion != null && expectedVersion != method.version()) {
            throw Rejection.versionMismatch(expectedVersion, method.version());
        }
        return method;
    }

    private void lock(AccountId owner) {
        Object unused = database.sql("select pg_advisory_xact_lock(hashtextextended(:owner, 68)) is null")
                .param("owner", owner.toString())
                .query(Boolean.class)
                .single();
    }

    private void refuseTwice(AccountId owner, UUID id, PhoneNumber phone) {
        boolean known = database.sql("""
                        select exists (select from edge.payment_method
                            where account_id = :owner and phone_hash = :hash and id <> :id)""")
                .param("owner", owner.value())
                .param("hash", hash(phone))
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (known) {
            throw new Rejection("payment_method_exists", "That phone is saved already.");
        }
    }

    private void clearDefault(AccountId owner) {
        database.sql("update edge.payment_method set is_default = false where account_id = :owner and is_default")
                .param("owner", owner.value())
                .update();
    }

    private Map<String, Object> values(AccountId owner, UUID id, Choice choice, boolean isDefault) {
        PersonId person = new PersonId(owner.value());
        String label = choice.label();
        return Map.of(
                "id", id,
                "owner", owner.value(),
                "type", choice.type(),
                "hash", hash(choice.phone()),
                "phone",
                        json.writeValueAsString(
                                Personal.of(person, choice.phone().e164())),
                "label", label == null ? "null" : json.writeValueAsString(Personal.of(person, label)),
                "default", isDefault,
                "now", Timestamp.from(clock.instant()));
    }

    private String hash(PhoneNumber phone) {
        return lookups.hmac("payment.saved-phone", phone.e164());
    }

    private SavedMethod method(ResultSet row, int n) throws SQLException {
        String label = row.getString("label");
        return new SavedMethod(
                row.getObject("id", UUID.class),
                row.getString("type"),
                json.readValue(row.getString("phone"), Personal.class),
                label == null || label.equals("null") ? null : json.readValue(label, Personal.class),
                row.getBoolean("is_default"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"));
    }
}
