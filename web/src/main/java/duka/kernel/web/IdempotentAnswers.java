package duka.kernel.web;

import duka.identity.api.AccountId;
import duka.identity.api.Leaver;
import duka.identity.api.Lookups;
import duka.identity.api.PersonalRecords;
import duka.kernel.Uuids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What became of each {@code Idempotency-Key}. A key is taken with a lease in a step of its own, before anything is done
 * under it; a lease that ran out is taken over with the seed of the first run, so that the second makes the same ids and
 * the aggregates stay silent about what they already did. Times are the database's.
 */
@Component
class IdempotentAnswers implements PersonalRecords {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final AnswerSeal seal;
    private final Lookups lookups;
    private final GuestTokens guests;
    private final Clock clock;

    IdempotentAnswers(JdbcClient database, AnswerSeal seal, Lookups lookups, GuestTokens guests, Clock clock) {
        this.database = database;
        this.guests = guests;
        this.seal = seal;
        this.lookups = lookups;
        this.clock = clock;
    }

    sealed interface Verdict {

        /** The caller goes first, or takes over from a run that died. */
        record Go(String slot, UUID seed, int run) implements Verdict {}

        record Answered(String answer) implements Verdict {}

        record OtherRequest() implements Verdict {}

        record StillRunning() implements Verdict {}
    }

    private record Row(String requestHash, @Nullable String answer) {}

    /** How somebody signed in is named, who calls. */
    static String account(AccountId account) {
        return "account:" + account;
    }

    /** How a guest is named, who calls. */
    static String token(String token) {
        return "token:" + token;
    }

    Verdict begin(String caller, String key, String requestHash) {
        String slot = lookups.hmac("idempotency", caller + "\n" + key);
        return take(slot, callerHash(caller), requestHash)
                .<Verdict>map(go -> go)
                .or(() -> find(slot).map(row -> judge(slot, row, requestHash)))
                .orElseGet(Verdict.StillRunning::new);
    }

    /** Keeps the answer for a day, unless another run took over meanwhile. */
    void answered(Verdict.Go go, String answer) {
        database.sql("update edge.idempotency set answer = :answer where slot = :slot and run = :run")
                .param("answer", seal.seal(answer, go.slot()))
                .param("slot", go.slot())
                .param("run", go.run())
                .update();
    }

    /** The request was refused before it did anything: the key is free again. */
    void forget(Verdict.Go go) {
        database.sql("delete from edge.idempotency where slot = :slot and run = :run")
                .param("slot", go.slot())
                .param("run", go.run())
                .update();
    }

    /** It failed and may have done something: the next one runs again at once, under the same seed. */
    void release(Verdict.Go go) {
        database.sql("update edge.idempotency set lease_until = now() where slot = :slot and run = :run")
                .param("slot", go.slot())
                .param("run", go.run())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void sweep() {
        database.sql("delete from edge.idempotency where created_at < now() - interval '24 hours'")
                .update();
    }

    /** A guest called by the token of the cart, and later by that of the order. */
    @Override
    public void forget(Leaver who) {
        Stream.of(
                        Optional.ofNullable(who.accountId()).map(IdempotentAnswers::account),
                        Optional.ofNullable(who.orderId()).map(guests::forOrder).map(IdempotentAnswers::token),
                        Optional.ofNullable(who.cart()).map(guests::forCart).map(IdempotentAnswers::token))
                .flatMap(Optional::stream)
                .forEach(caller -> database.sql("delete from edge.idempotency where caller_hash = :caller")
                        .param("caller", callerHash(caller))
                        .update());
    }

    private String callerHash(String caller) {
        return lookups.hmac("idempotency-caller", caller);
    }

    private Optional<Verdict.Go> take(String slot, String callerHash, String requestHash) {
        return database.sql("""
                        insert into edge.idempotency as kept (slot, caller_hash, request_hash, seed, lease_until)
                        values (:slot, :caller, :hash, :seed, now() + make_interval(secs => :lease))
                        on conflict (slot) do update set
                            request_hash = excluded.request_hash,
                            seed = case when kept.created_at < now() - interval '24 hours'
                                        then excluded.seed else kept.seed end,
                            created_at = case when kept.created_at < now() - interval '24 hours'
                                              then now() else kept.created_at end,
                            answer = null,
                            run = kept.run + 1,
                            lease_until = excluded.lease_until
                        where kept.created_at < now() - interval '24 hours'
                           or (kept.answer is null and kept.lease_until <= now()
                               and kept.request_hash = excluded.request_hash)
                        returning seed, run
                        """)
                .param("slot", slot)
                .param("caller", callerHash)
                .param("hash", requestHash)
                .param("seed", Uuids.mint(clock))
                .param("lease", LEASE.toSeconds())
                .query((row, n) -> new Verdict.Go(slot, row.getObject("seed", UUID.class), row.getInt("run")))
                .optional();
    }

    private Optional<Row> find(String slot) {
        return database.sql("select request_hash, answer from edge.idempotency where slot = :slot")
                .param("slot", slot)
                .query((row, n) -> new Row(row.getString("request_hash"), row.getString("answer")))
                .optional();
    }

    private Verdict judge(String slot, Row row, String requestHash) {
        if (!row.requestHash().equals(requestHash)) {
            return new Verdict.OtherRequest();
        }
        String answer = row.answer();
        return answer == null ? new Verdict.StillRunning() : new Verdict.Answered(seal.open(answer, slot));
    }
}
