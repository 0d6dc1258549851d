package duka.payment.command;

import duka.kernel.Money;
import duka.kernel.Personal;
import duka.payment.api.AttemptId;
import duka.payment.api.AttemptState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One prompt on one phone, and what is known of its money.
 *
 * @param receipt of money that fits what was asked, or {@code null} while nobody named it
 * @param confirmed whether the provider itself, asked by us, says that the money is there
 * @param disputed the money in question, while staff have to look at it
 * @param returned whether this attempt's money went back, or is on its way back
 * @param heard what was noted before, so that a repeat leaves no second trace
 */
record Attempt(
        AttemptId id,
        int n,
        Personal phone,
        Instant startedAt,
        AttemptState state,
        @Nullable Personal checkoutRequestId,
        @Nullable String receipt,
        boolean confirmed,
        @Nullable Disputed disputed,
        boolean returned,
        Set<String> heard) {

    private static final String PUSH_BEGUN = "push-begun";
    private static final String PUSH_ANSWERED = "push-answered";
    private static final String PUSH_UNANSWERED = "push-unanswered";

    /** Money that somebody named and that does not fit. */
    record Disputed(@Nullable Money amount, @Nullable String receipt) {}

    static Attempt started(AttemptId id, int n, Personal phone, Instant at) {
        return new Attempt(id, n, phone, at, AttemptState.CREATED, null, null, false, null, false, Set.of());
    }

    /** Whether the answer to the push is still missing. */
    boolean isBeingSent() {
        return state == AttemptState.CREATED || state == AttemptState.SENDING || state == AttemptState.SEND_UNKNOWN;
    }

    /** The same; also of one whose time was over before its push was answered, since its prompt is out. */
    boolean awaitsItsPush() {
        return isBeingSent() || isOutThoughExpired();
    }

    /** Whether nobody has said yet what became of the call that begins the push. */
    boolean isPushUnheard() {
        return state == AttemptState.SENDING || (isOutThoughExpired() && !heard.contains(PUSH_UNANSWERED));
    }

    private boolean isOutThoughExpired() {
        return state == AttemptState.EXPIRED_OPEN && heard.contains(PUSH_BEGUN) && !heard.contains(PUSH_ANSWERED);
    }

    boolean isOpen() {
        return state.isOpen();
    }

    /** Whether somebody says that money came, and nobody confirmed it yet. */
    boolean isBeingVerified() {
        return state == AttemptState.PAID_UNVERIFIED;
    }

    boolean isUpToStaff() {
        return state == AttemptState.REVIEW && !returned;
    }

    boolean isOpenAndYoungerThan(Duration age, Instant at) {
        return isOpen() && at.isBefore(startedAt.plus(age));
    }

    /** Whether it is another prompt than ours; what is not known or was erased contradicts nothing. */
    boolean isAnotherPrompt(@Nullable Personal checkout) {
        return differ(checkoutRequestId, checkout);
    }

    boolean isAnotherPhone(@Nullable Personal payer) {
        return differ(phone, payer);
    }

    boolean hasHeard(String fact) {
        return heard.contains(fact);
    }

    /** Whether staff decided about this receipt: it is not brought up again. */
    boolean isClosedFor(@Nullable String other) {
        boolean known = Objects.equals(receipt, other) || (disputed != null && Objects.equals(disputed.receipt, other));
        return other != null && known && (returned || (disputed != null && state == AttemptState.FAILED));
    }

    Attempt in(AttemptState next) {
        return new Attempt(
                id, n, phone, startedAt, next, checkoutRequestId, receipt, confirmed, disputed, returned, heard);
    }

    Attempt pushBegun() {
        return in(AttemptState.SENDING).hearing(PUSH_BEGUN);
    }

    Attempt pushAccepted(@Nullable Personal checkout) {
        AttemptState next = isBeingSent() ? AttemptState.PENDING : state;
        return new Attempt(id, n, phone, startedAt, next, checkout, receipt, confirmed, disputed, returned, heard)
                .hearing(PUSH_ANSWERED);
    }

    Attempt pushUnanswered() {
        return in(isBeingSent() ? AttemptState.SEND_UNKNOWN : state).hearing(PUSH_UNANSWERED);
    }

    Attempt with(@Nullable String newReceipt, boolean byTheProvider) {
        return new Attempt(
                id,
                n,
                phone,
                startedAt,
                state,
                checkoutRequestId,
                newReceipt,
                confirmed || byTheProvider,
                disputed,
                returned,
                heard);
    }

    Attempt disputing(@Nullable Money amount, @Nullable String disputedReceipt) {
        Disputed money = new Disputed(amount, disputedReceipt);
        return new Attempt(
                id, n, phone, startedAt, state, checkoutRequestId, receipt, confirmed, money, returned, heard);
    }

    /** Money on top of what the attempt paid may go back, too: that leaves its own money where it is. */
    Attempt givingBack(@Nullable String returnedReceipt) {
        boolean own = state == AttemptState.FAILED
                || (state == AttemptState.REVIEW && Objects.equals(receipt, returnedReceipt));
        return new Attempt(
                id,
                n,
                phone,
                startedAt,
                state,
                checkoutRequestId,
                receipt,
                confirmed,
                disputed,
                returned || own,
                heard);
    }

    Attempt hearing(String fact) {
        Set<String> more = new HashSet<>(heard);
        more.add(fact);
        return new Attempt(
                id, n, phone, startedAt, state, checkoutRequestId, receipt, confirmed, disputed, returned, more);
    }

    private static boolean differ(@Nullable Personal ours, @Nullable Personal theirs) {
        String known = ours == null ? null : ours.value();
        String said = theirs == null ? null : theirs.value();
        return known != null && said != null && !known.equals(said);
    }
}
