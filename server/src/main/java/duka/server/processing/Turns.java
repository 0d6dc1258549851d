package duka.server.processing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets those who handle a sequence that was set aside do so one after the other: a live reader waits for a retry that is
 * at its last event, and then finds nothing to follow.
 */
final class Turns {

    private final JdbcClient database;

    Turns(JdbcClient database) {
        this.database = database;
    }

    /** Waits for the turn, and keeps it to the end of the transaction at hand. */
    void take(String group, String sequence) {
        database.sql("SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))")
                .params(group, sequence)
                .query((row, n) -> true)
                .single();
    }
}
