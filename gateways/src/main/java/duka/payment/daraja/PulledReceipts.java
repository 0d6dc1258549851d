package duka.payment.daraja;

import duka.kernel.api.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the money of a prompt in Safaricom's own list of the last 48 hours, and keeps it for that prompt alone. */
class PulledReceipts {

    /** Kind of the claim that a receipt pays for one attempt alone. */
    static final String RECEIPT = "payment.receipt";

    private static final int PAGES = 100;
    private static final Duration LEEWAY = Duration.ofMinutes(10);

    private final Statements statements;
    private final Claims claims;
    private final Clock clock;

    PulledReceipts(Statements statements, Claims claims, Clock clock) {
        this.statements = statements;
        this.claims = claims;
        this.clock = clock;
    }

    /** @param since when the prompt was last known to be without money, give or take ten minutes */
    Optional<PulledPayment> of(Address prompt, Instant since) {
        Instant from = since.minus(LEEWAY);
        Instant to = clock.instant().plus(LEEWAY);
        int offset = 0;
        for (int page = 0; page < PAGES; page++) {
            List<PulledPayment> payments = statements.pull(from, to, offset).orElse(List.of());
            if (payments.isEmpty()) {
                return Optional.empty();
            }
            for (PulledPayment payment : payments) {
                if (isOf(prompt, payment) && claims.claim(RECEIPT, payment.receipt(), prompt.subjectId())) {
                    return Optional.of(payment);
                }
            }
            offset += payments.size();
        }
        return Optional.empty();
    }

    private static boolean isOf(Address prompt, PulledPayment payment) {
        String reference = prompt.accountReference();
        return reference != null
                && reference.equalsIgnoreCase(payment.billReference())
                && prompt.amount().equals(payment.amount());
    }
}
