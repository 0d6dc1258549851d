package duka.payment.daraja;

import duka.kernel.CurrencyCode;
import duka.kernel.Id;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundVia;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All {@link Address}es, as rows of {@code process.daraja_address}. */
class AddressBook {

    private final JdbcClient database;

    AddressBook(JdbcClient database) {
        this.database = database;
    }

    /** Writes an address down before it is given away; silent if it is there. */
    void enter(Address address) {
        database.sql("""
                        INSERT INTO process.daraja_address
                            (token_hash, kind, payment_id, order_id, subject_id, person_id, amount_minor, currency,
                             account_reference, phone_hash, sealed, receipt, via, open, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .param(address.tokenHash())
                .param(address.kind().stored())
                .param(address.paymentId().value())
                .param(address.orderId().value())
                .param(address.subjectId())
                .param(raw(address.person()))
                .param(address.amount().minorUnits())
                .param(address.amount().currency().code())
                .param(address.accountReference())
                .param(address.phoneHash())
                .param(address.sealed())
                .param(address.receipt())
                .param(address.via() == null ? null : address.via().name())
                .param(address.kind() == Address.Kind.PROMPT)
                .param(Timestamp.from(address.createdAt()))
                .update();
    }

    Optional<Address> byToken(String tokenHash) {
        return find("token_hash = ?", tokenHash);
    }

    Optional<Address> byCheckout(String checkoutHash) {
        return find("checkout_hash = ?", checkoutHash);
    }

    Optional<Address> of(Address.Kind kind, Id subject) {
        return find("kind = ? AND subject_id = ?", kind.stored(), subject.value());
    }

    /** The prompt that asked for this money under this reference; of several the newest. */
    Optional<Address> promptFor(String accountReference, Money amount) {
        return find(
                "kind = 'prompt' AND account_reference = ? AND amount_minor = ? AND currency = ?",
                accountReference,
                amount.minorUnits(),
                amount.currency().code());
    }

    Optional<Address> newestPromptOf(PaymentId payment) {
        return find("kind = 'prompt' AND payment_id = ?", payment.value());
    }

    /** Learns the prompt's own id; it belongs to one prompt for ever. */
    void learnCheckout(AttemptId attempt, String checkoutHash, String sealed) {
        database.sql("""
                        UPDATE process.daraja_address SET checkout_hash = ?, sealed = ?
                        WHERE kind = 'prompt' AND subject_id = ? AND checkout_hash IS NULL
                          AND NOT EXISTS (SELECT FROM process.daraja_address WHERE checkout_hash = ?)""")
                .params(checkoutHash, sealed, attempt.value(), checkoutHash)
                .update();
    }

    void learnConversation(Id refund, String conversationId, String originatorId) {
        database.sql("""
                        UPDATE process.daraja_address SET conversation_id = ?, originator_id = ?
                        WHERE kind = 'refund' AND subject_id = ?""").params(conversationId, originatorId, refund.value()).update();
    }

    void allowResend(Id refund) {
        database.sql("UPDATE process.daraja_address SET may_resend = true WHERE kind = 'refund' AND subject_id = ?")
                .param(refund.value())
                .update();
    }

    /** @return whether it was allowed: who takes the permission uses it up */
    boolean takeResend(Id refund) {
        return database.sql("""
                        UPDATE process.daraja_address SET may_resend = false
                        WHERE kind = 'refund' AND subject_id = ? AND may_resend""").param(refund.value()).update() == 1;
    }

    /** No prompt of this attempt is on a phone any more. */
    void close(AttemptId attempt) {
        database.sql("UPDATE process.daraja_address SET open = false WHERE kind = 'prompt' AND subject_id = ? AND open")
                .param(attempt.value())
                .update();
    }

    boolean isPromptOn(String phoneHash, OrderId exceptFor, Instant since) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM process.daraja_address
                            WHERE phone_hash = ? AND open AND order_id <> ? AND created_at > ?)""")
                .params(phoneHash, exceptFor.value(), Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    private Optional<Address> find(String condition, Object... parameters) {
        return database.sql(
                        "SELECT * FROM process.daraja_address WHERE " + condition + " ORDER BY created_at DESC LIMIT 1")
                .params(parameters)
                .query(AddressBook::address)
                .optional();
    }

    private static Address address(ResultSet row, int n) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        String via = row.getString("via");
        return new Address(
                row.getString("token_hash"),
                Address.Kind.of(row.getString("kind")),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getObject("subject_id", UUID.class),
                person == null ? null : new PersonId(person),
                new Money(row.getLong("amount_minor"), new CurrencyCode(row.getString("currency"))),
                row.getString("account_reference"),
                row.getString("phone_hash"),
                row.getString("sealed"),
                row.getString("receipt"),
                via == null ? null : RefundVia.valueOf(via),
                row.getString("conversation_id"),
                row.getString("originator_id"),
                row.getBoolean("may_resend"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable UUID raw(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
