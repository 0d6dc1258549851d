package duka.payment.daraja;

import duka.kernel.api.Claims;
import duka.kernel.api.DueWorkHandler;
import duka.payment.api.PaymentCommand.RecordReceipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the receipt of money that only a query knows, in Safaricom's own list of the last 48 hours. */
class FetchReceipt implements DueWorkHandler<Works.Receipt> {

    /** Kind of the claim that a receipt pays for one attempt alone. */
    static final String RECEIPT = "payment.receipt";

    private static final int PAGES = 100;
    private static final Duration LEEWAY = Duration.ofMinutes(10);
    private static final Duration LISTED = Duration.ofDays(2);

    private final Statements statements;
    private final AddressBook addresses;
    private final Claims claims;
    private final Teller teller;
    private final Clock clock;

    FetchReceipt(Statements statements, AddressBook addresses, Claims claims, Teller teller, Clock clock) {
        this.statements = statements;
        this.addresses = addresses;
        this.claims = claims;
        this.teller = teller;
        this.clock = clock;
    }

    @Override
    public String task() {
        return Works.RECEIPT;
    }

    @Override
    public Class<Works.Receipt> data() {
        return Works.Receipt.class;
    }

    @Override
    public Next run(Works.Receipt work, int attempt) {
        Optional<Address> address = addresses.of(Address.Kind.PROMPT, work.attemptId());
        if (address.isEmpty()) {
            return Next.done();
        }
        Duration age = Duration.between(work.since(), clock.instant());
        if (learnt(work, address.get()) || age.compareTo(LISTED) > 0) {
            return Next.done();
        }
        return Next.again(Duration.ofMinutes(Math.min(60, 1L << Math.min(attempt - 1, 6))));
    }

    private boolean learnt(Works.Receipt work, Address address) {
        Instant now = clock.instant();
        Instant from = work.since().minus(LEEWAY);
        int offset = 0;
        for (int page = 0; page < PAGES; page++) {
            List<PulledPayment> payments =
                    statements.pull(from, now.plus(LEEWAY), offset).orElse(List.of());
            if (payments.isEmpty()) {
                return false;
            }
            for (PulledPayment payment : payments) {
                if (isOf(address, payment)
                        && claims.claim(
                                RECEIPT, payment.receipt(), work.attemptId().value())) {
                    teller.tell(new RecordReceipt(
                            work.paymentId(), work.attemptId(), payment.receipt(), payment.amount(), "pull", now));
                    return true;
                }
            }
            offset += payments.size();
        }
        return false;
    }

    private static boolean isOf(Address address, PulledPayment payment) {
        String reference = address.accountReference();
        return reference != null
                && reference.equalsIgnoreCase(payment.billReference())
                && address.amount().equals(payment.amount());
    }
}
