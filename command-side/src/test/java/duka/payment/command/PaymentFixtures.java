package duka.payment.command;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Rejection;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.RecordQueryAnswer;
import duka.payment.api.PaymentCommand.Verdict;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.MoneyReported;
import duka.payment.api.PaymentEvent.PaymentRequested;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.PushAccepted;
import duka.payment.api.PaymentEvent.PushBegun;
import duka.payment.api.PaymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** A payment of KES 1,499 in its stations. */
final class PaymentFixtures {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final Instant PAY_BY = NOW.plusSeconds(15 * 60);
    static final OrderId ORDER = new OrderId(UUID.fromString("019ab000-0000-7000-8000-000000000001"));
    static final PaymentId PAYMENT = PaymentId.of(ORDER);
    static final AttemptId FIRST = AttemptId.of(PAYMENT, 1);
    static final AttemptId SECOND = AttemptId.of(PAYMENT, 2);
    static final PersonId PERSON = new PersonId(UUID.fromString("019ab000-0000-7000-8000-000000000002"));
    static final Personal PHONE = Personal.of(PERSON, "+254708374149");
    static final Personal OTHER_PHONE = Personal.of(PERSON, "+254711111111");
    static final Money PRICE = kes(1499);
    static final String RECEIPT = "SKE1ABCDEF";
    static final String OTHER_RECEIPT = "SKE2ABCDEF";

    private PaymentFixtures() {}

    static Money kes(long shillings) {
        return Money.ofMajor(shillings, CurrencyCode.KES);
    }

    static Personal checkout(AttemptId attempt) {
        return Personal.of(PERSON, "ws_CO_" + attempt);
    }

    static PaymentRequested requested(PaymentMethod method) {
        return new PaymentRequested(PAYMENT, ORDER, null, PRICE, method, "D12345678", PAY_BY);
    }

    static AttemptStarted started(int n) {
        return new AttemptStarted(
                PAYMENT,
                ORDER,
                AttemptId.of(PAYMENT, n),
                n,
                PHONE,
                PRICE,
                "D12345678",
                NOW.plusSeconds(100L * (n - 1)));
    }

    static PushAccepted accepted(AttemptId attempt) {
        return new PushAccepted(PAYMENT, ORDER, attempt, "29115-1", checkout(attempt));
    }

    static MoneyReported reported(AttemptId attempt, @Nullable String receipt, String source) {
        return new MoneyReported(PAYMENT, ORDER, attempt, PRICE, receipt, source);
    }

    static PaymentSettled settled(@Nullable AttemptId attempt, @Nullable String receipt) {
        return new PaymentSettled(PAYMENT, ORDER, attempt, PRICE, receipt, null);
    }

    static List<PaymentEvent> created() {
        return List.of(requested(PaymentMethod.MPESA), started(1));
    }

    static List<PaymentEvent> sending() {
        return and(created(), new PushBegun(PAYMENT, ORDER, FIRST));
    }

    static List<PaymentEvent> pending() {
        return and(sending(), accepted(FIRST));
    }

    static List<PaymentEvent> unverified() {
        return and(pending(), reported(FIRST, RECEIPT, "callback"));
    }

    static List<PaymentEvent> paid() {
        return and(unverified(), settled(FIRST, RECEIPT));
    }

    /** Confirmed by the provider twice, and nobody has named a receipt. */
    static List<PaymentEvent> paidWithoutReceipt() {
        return and(pending(), reported(FIRST, null, "query"), settled(FIRST, null));
    }

    static List<PaymentEvent> and(List<PaymentEvent> before, PaymentEvent... more) {
        List<PaymentEvent> all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }

    static RecordCallback success(AttemptId attempt, String receipt) {
        return callback(attempt, Verdict.PAID, "0", PRICE, receipt, PHONE);
    }

    static RecordCallback failure(AttemptId attempt, String code) {
        return callback(attempt, Verdict.FAILED, code, null, null, null);
    }

    static RecordCallback callback(
            AttemptId attempt,
            Verdict verdict,
            String code,
            @Nullable Money amount,
            @Nullable String receipt,
            @Nullable Personal phone) {
        return new RecordCallback(
                PAYMENT,
                attempt,
                verdict,
                code,
                "text " + code,
                "29115-1",
                checkout(attempt),
                amount,
                receipt,
                phone,
                NOW);
    }

    static RecordQueryAnswer answer(AttemptId attempt, Verdict verdict, String code) {
        return new RecordQueryAnswer(PAYMENT, attempt, verdict, code, "text " + code, NOW);
    }

    static Matcher<Rejection> rejection(String code) {
        return new CustomTypeSafeMatcher<>("a rejection with the code " + code) {
            @Override
            protected boolean matchesSafely(Rejection rejection) {
                return rejection.code().equals(code);
            }
        };
    }
}
