package duka.identity.account;

import duka.identity.api.Caller;
import duka.identity.api.Lookups;
import duka.identity.api.Tickets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets are kept as keyed hashes and deleted as they are redeemed; times are the database's. */
@Component
class OneTimeTickets implements Tickets {

    private static final int LONGEST = 100;

    private final JdbcClient database;
    private final SessionStates states;
    private final Lookups lookups;

    OneTimeTickets(JdbcClient database, SessionStates states, Lookups lookups) {
        this.database = database;
        this.states = states;
        this.lookups = lookups;
    }

    @Override
    public String issue(Caller caller) {
        String ticket = Tokens.fresh();
        database.sql("""
                        insert into identity.ticket (ticket_hash, session_id, expires_at)
                        values (:hash, :session, now() + interval '30 seconds')
                        """)
                .param("hash", hash(ticket))
                .param("session", caller.sessionId())
                .update();
        return ticket;
    }

    @Override
    public Optional<Caller> redeem(String ticket) {
        if (ticket.length() > LONGEST) {
            return Optional.empty();
        }
        return database.sql("""
                        delete from identity.ticket where ticket_hash = :hash
                        returning session_id, expires_at > now() as in_time
                        """)
                .param("hash", hash(ticket))
                .query((row, n) -> row.getBoolean("in_time")
                        ? Optional.of(row.getObject("session_id", UUID.class))
                        : Optional.<UUID>empty())
                .optional()
                .flatMap(session -> session)
                .flatMap(session ->
                        states.of(session).map(state -> new Caller(state.accountId(), state.role(), session)));
    }

    private String hash(String ticket) {
        return lookups.hmac("ticket", ticket);
    }
}
