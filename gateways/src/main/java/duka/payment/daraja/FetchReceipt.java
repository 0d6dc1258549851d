package duka.payment.daraja;

import duka.kernel.api.DueWorkHandler;
import duka.payment.api.PaymentCommand.RecordReceipt;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Finds the receipt of money that only a query knows, in Safaricom's own list of the last 48 hours. */
class FetchReceipt implements DueWorkHandler<Works.Receipt> {

    private static final Duration LISTED = Duration.ofDays(2);

    private final PulledReceipts receipts;
    private final AddressBook addresses;
    private final Teller teller;
    private final Clock clock;

    FetchReceipt(PulledReceipts receipts, AddressBook addresses, Teller teller, Clock clock) {
        this.receipts = receipts;
        this.addresses = addresses;
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

    private boolean learnt(Works.Receipt work, Address prompt) {
        Optional<PulledPayment> payment = receipts.of(prompt, work.since());
        payment.ifPresent(found -> teller.tell(new RecordReceipt(
                work.paymentId(), work.attemptId(), found.receipt(), found.amount(), "pull", clock.instant())));
        return payment.isPresent();
    }
}
