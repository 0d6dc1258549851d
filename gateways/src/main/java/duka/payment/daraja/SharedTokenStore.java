package duka.payment.daraja;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shared token as the one row of {@code process.daraja_token}; a turn is a lease, so a dead process loses it. */
class SharedTokenStore implements TokenStore {

    private final JdbcClient database;
    private final Envelope envelope;

    SharedTokenStore(JdbcClient database, Envelope envelope) {
        this.database = database;
        this.envelope = envelope;
    }

    @Override
    public Optional<Token> current() {
        return database.sql("""
                        SELECT token, fresh_until FROM process.daraja_token
                        WHERE id = 1 AND token IS NOT NULL AND fresh_until > now()""")
                .query((row, n) -> new Sealed(row.getString(1), row.getTimestamp(2)))
                .optional()
                .flatMap(kept -> envelope.open(kept.token())
                        .map(token -> new Token(token, kept.freshUntil().toInstant())));
    }

    @Override
    public boolean takeTurn() {
        return database.sql("""
                        UPDATE process.daraja_token SET turn_until = now() + interval '20 seconds'
                        WHERE id = 1 AND turn_until < now() AND (token IS NULL OR fresh_until <= now())""").update() == 1;
    }

    @Override
    public void keep(Token token) {
        envelope.prepare();
        int kept = database.sql("""
                        UPDATE process.daraja_token SET token = ?, fresh_until = ?, turn_until = '-infinity'
                        WHERE id = 1""")
                .params(envelope.seal(null, token.value()), Timestamp.from(token.freshUntil()))
                .update();
        if (kept != 1) {
            throw new IllegalStateException("process.daraja_token has lost its row");
        }
    }

    @Override
    public void giveUpTurn() {
        database.sql("UPDATE process.daraja_token SET turn_until = '-infinity' WHERE id = 1")
                .update();
    }

    @Override
    public void drop(Token token) {
        if (current().filter(kept -> kept.value().equals(token.value())).isPresent()) {
            database.sql("UPDATE process.daraja_token SET token = NULL WHERE id = 1 AND fresh_until = ?")
                    .param(Timestamp.from(token.freshUntil()))
                    .update();
        }
    }

    private record Sealed(String token, Timestamp freshUntil) {}
}
