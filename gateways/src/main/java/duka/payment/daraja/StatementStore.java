package duka.payment.daraja;

import duka.payment.api.Reconciliation;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The statements of days that are over, and what comparing them brought: {@code edge.reconciliation} and its lines. */
class StatementStore {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JsonMapper storedJson;

    StatementStore(JdbcClient database, TransactionTemplate transaction, JsonMapper storedJson) {
        this.database = database;
        this.transaction = transaction;
        this.storedJson = storedJson;
    }

    Optional<Reconciliation> find(LocalDate day) {
        return database.sql("SELECT result FROM edge.reconciliation WHERE day = ?")
                .param(day)
                .query(String.class)
                .optional()
                .map(result -> storedJson.readValue(result, Reconciliation.class));
    }

    /** The first result of a day stays, whoever asks again. */
    void keep(Reconciliation result, Instant begin, Instant end, List<PulledPayment> lines) {
        transaction.executeWithoutResult(status -> {
            int stored = database.sql("""
                            INSERT INTO edge.reconciliation (day, made_at, differences, result) VALUES (?, ?, ?, ?::jsonb)
                            ON CONFLICT DO NOTHING""")
                    .param(result.date())
                    .param(Timestamp.from(result.madeAt()))
                    .param(differences(result))
                    .param(storedJson.writeValueAsString(result))
                    .update();
            if (stored == 1) {
                lines.forEach(line -> keep(result.date(), line, line.at(begin, end)));
            }
        });
    }

    /** Those of the receipts that are on a statement which was kept. */
    Set<String> known(Collection<String> receipts) {
        return new HashSet<>(database.sql("SELECT receipt FROM edge.statement_line WHERE receipt = ANY (?)")
                .param(receipts.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** How many lines of the newest day had no counterpart. */
    int differences() {
        return database.sql("SELECT differences FROM edge.reconciliation ORDER BY day DESC LIMIT 1")
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    int forget() {
        return database.sql("DELETE FROM edge.statement_line WHERE day < now() - interval '400 days'")
                        .update()
                + database.sql("DELETE FROM edge.reconciliation WHERE day < now() - interval '400 days'")
                        .update();
    }

    static int differences(Reconciliation result) {
        return result.moneyWithoutOrder().size() + result.orderWithoutMoney().size();
    }

    private void keep(LocalDate day, PulledPayment line, Optional<Instant> at) {
        int unused = database.sql("""
                        INSERT INTO edge.statement_line
                            (receipt, day, amount_minor, currency, at, phone_masked, account_reference)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .param(Books.key(line.receipt()))
                .param(day)
                .param(line.amount().minorUnits())
                .param(line.amount().currency().code())
                .param(at.map(Timestamp::from).orElse(null))
                .param(line.phoneMasked().orElse(null))
                .param(Books.shown(line.billReference()))
                .update();
    }
}
