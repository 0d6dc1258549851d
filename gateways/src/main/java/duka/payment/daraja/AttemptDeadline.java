package duka.payment.daraja;

import duka.kernel.api.DeadlineHandler;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentCommand;
import duka.payment.api.PaymentCommand.ExpireAttempt;
import duka.payment.api.PaymentCommand.GiveUpAttempt;
import duka.payment.api.PaymentId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Tells a payment that time is over for one of its attempts; a decided one does not mind. */
final class AttemptDeadline implements DeadlineHandler {

    static final String EXPIRY = "payment.attempt-expiry";
    static final String END = "payment.attempt-end";

    private final String kind;
    private final Passed passed;
    private final Teller teller;
    private final Clock clock;

    /** Makes the command that says so. */
    interface Passed {

        PaymentCommand at(PaymentId payment, AttemptId attempt, Instant now);
    }

    private AttemptDeadline(String kind, Passed passed, Teller teller, Clock clock) {
        this.kind = kind;
        this.passed = passed;
        this.teller = teller;
        this.clock = clock;
    }

    /** Ten minutes: nobody is asked often any more. */
    static AttemptDeadline expiry(Teller teller, Clock clock) {
        return new AttemptDeadline(EXPIRY, ExpireAttempt::new, teller, clock);
    }

    /** Two days: nobody is asked at all any more. */
    static AttemptDeadline end(Teller teller, Clock clock) {
        return new AttemptDeadline(END, GiveUpAttempt::new, teller, clock);
    }

    static String id(PaymentId payment, AttemptId attempt) {
        return payment + "/" + attempt;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void expired(String id) {
        int slash = id.indexOf('/');
        PaymentId payment = new PaymentId(UUID.fromString(id.substring(0, slash)));
        AttemptId attempt = new AttemptId(UUID.fromString(id.substring(slash + 1)));
        teller.tell(passed.at(payment, attempt, clock.instant()));
    }
}
