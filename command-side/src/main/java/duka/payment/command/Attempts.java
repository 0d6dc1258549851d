package duka.payment.command;

import duka.kernel.Personal;
import duka.kernel.Rejection;
import duka.payment.api.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** All prompts of one payment, the oldest first. */
record Attempts(List<Attempt> all) {

    private static final Duration UNANSWERED_LONG_ENOUGH = Duration.ofSeconds(90);
    private static final long VERIFICATION_SECONDS = 15;

    static Attempts none() {
        return new Attempts(new ArrayList<>());
    }

    int count() {
        return all.size();
    }

    boolean has(int n, Personal phone) {
        return all.stream()
                .anyMatch(attempt -> attempt.n() == n && attempt.phone().equals(phone));
    }

    boolean areDisputed() {
        return all.stream().anyMatch(Attempt::isUpToStaff);
    }

    /** The one that staff are to decide about. */
    Attempt disputed() {
        return all.stream().filter(Attempt::isUpToStaff).findFirst().orElseThrow(Attempts::notDisputed);
    }

    static Rejection notDisputed() {
        return new Rejection("not_disputed", "There is nothing to decide about.");
    }

    /** How long a phone must be left alone: while it may be ringing, or while money is being looked for. */
    OptionalLong secondsUntilAnotherMayBegin(Instant at) {
        return all.stream()
                .filter(attempt ->
                        attempt.isBeingVerified() || attempt.isOpenAndYoungerThan(UNANSWERED_LONG_ENOUGH, at))
                .mapToLong(attempt -> attempt.isBeingVerified() ? VERIFICATION_SECONDS : secondsLeft(attempt, at))
                .max();
    }

    Attempt get(AttemptId id) {
        return all.stream()
                .filter(attempt -> attempt.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("attempt"));
    }

    void add(Attempt attempt) {
        all.add(attempt);
    }

    void change(AttemptId id, UnaryOperator<Attempt> change) {
        all.replaceAll(attempt -> attempt.id().equals(id) ? change.apply(attempt) : attempt);
    }

    private static long secondsLeft(Attempt attempt, Instant at) {
        Instant over = attempt.startedAt().plus(UNANSWERED_LONG_ENOUGH);
        return Math.ceilDiv(Duration.between(at, over).toMillis(), 1000);
    }
}
