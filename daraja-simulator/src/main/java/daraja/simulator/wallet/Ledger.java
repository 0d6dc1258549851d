package daraja.simulator.wallet;

import daraja.simulator.clock.VirtualClock;
import daraja.simulator.gateway.Ids;
import daraja.simulator.journal.Journal;
import daraja.simulator.web.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All money that moved. A movement is decided in one step, gets a receipt that no other has, and is on the disk before
 * anybody is told. A double charge is therefore a balance and not a line in a log.
 */
public final class Ledger implements AutoCloseable {

    private static final String BALANCE_SET = "balance_set";

    private final Books books = new Books();
    private final Ids ids;
    private final VirtualClock clock;
    private final Journal journal;

    public Ledger(Path directory, Ids ids, VirtualClock clock) {
        this.ids = ids;
        this.clock = clock;
        this.journal = Journal.open(directory.resolve("ledger.ndjson"), this::replay);
    }

    /** A customer pays the shop. */
    public Posting pay(String msisdn, long amount, @Nullable String checkoutRequestId, String reference) {
        Booked booked;
        synchronized (books) {
            if (books.balance(msisdn) < amount) {
                return new Posting.Declined("1");
            }
            booked = book(Kind.PAYMENT, msisdn, amount, checkoutRequestId, null, reference, null);
        }
        return posted(booked);
    }

    /** The shop gives a payment back; once per receipt. */
    public Posting reverse(String receipt, long amount, String conversationId) {
        Booked booked;
        synchronized (books) {
            Entry original = books.receipt(receipt);
            String refusal = books.refusalToReverse(original, amount);
            if (original == null || refusal != null) {
                return new Posting.Declined(refusal == null ? "R000002" : refusal);
            }
            booked = book(
                    Kind.REVERSAL,
                    original.msisdn(),
                    amount,
                    original.checkoutRequestId(),
                    receipt,
                    original.reference(),
                    conversationId);
        }
        return posted(booked);
    }

    /** The shop pays a customer. */
    public Posting payOut(String msisdn, long amount, String conversationId) {
        Booked booked;
        synchronized (books) {
            if (books.shopBalance() < amount) {
                return new Posting.Declined("1");
            }
            booked = book(Kind.B2C, msisdn, amount, null, null, null, conversationId);
        }
        return posted(booked);
    }

    public Optional<Entry> receipt(String receipt) {
        synchronized (books) {
            return Optional.ofNullable(books.receipt(receipt));
        }
    }

    /** The first payment of a prompt. */
    public Optional<Entry> checkout(String checkoutRequestId) {
        synchronized (books) {
            return Optional.ofNullable(books.checkout(checkoutRequestId));
        }
    }

    public Optional<Entry> conversation(String conversationId) {
        synchronized (books) {
            return Optional.ofNullable(books.conversation(conversationId));
        }
    }

    /** Whether this phone has paid this amount within the time before now: rule 17 asks. */
    public boolean paidWithin(String msisdn, long amount, Duration time) {
        synchronized (books) {
            Instant last = books.lastPaid(msisdn, amount);
            return last != null && clock.now().isBefore(last.plus(time));
        }
    }

    /** All lines, oldest first. */
    public List<Entry> entries() {
        synchronized (books) {
            return List.copyOf(books.entries());
        }
    }

    public long shopBalance() {
        synchronized (books) {
            return books.shopBalance();
        }
    }

    public long balance(String msisdn) {
        synchronized (books) {
            return books.balance(msisdn);
        }
    }

    public SortedMap<String, Long> wallets() {
        synchronized (books) {
            return books.wallets();
        }
    }

    public void setBalance(String msisdn, long balance) {
        synchronized (books) {
            books.setBalance(msisdn, balance);
            journal.append(
                    Json.object().put("kind", BALANCE_SET).put("msisdn", msisdn).put("amount", balance));
        }
    }

    /** Empties the ledger; every wallet holds 100,000 again. */
    public void reset() {
        synchronized (books) {
            books.clear();
            journal.rewrite(Stream.empty());
        }
    }

    @Override
    public void close() {
        journal.close();
    }

    /** A movement, and which line of the journal tells it. */
    private record Booked(Entry entry, long line) {}

    private Booked book(
            Kind kind,
            String msisdn,
            long amount,
            @Nullable String checkoutRequestId,
            @Nullable String originalReceipt,
            @Nullable String reference,
            @Nullable String conversationId) {
        String receipt = ids.receipt();
        while (books.receipt(receipt) != null) {
            receipt = ids.receipt();
        }
        Entry entry = new Entry(
                clock.now(),
                kind,
                receipt,
                msisdn,
                amount,
                checkoutRequestId,
                originalReceipt,
                reference,
                conversationId);
        books.add(entry);
        return new Booked(entry, journal.place(entry.json()));
    }

    private Posting posted(Booked booked) {
        journal.flush(booked.line());
        return new Posting.Posted(booked.entry());
    }

    private void replay(JsonNode line) {
        if (line.path("kind").asString().equals(BALANCE_SET)) {
            books.setBalance(line.path("msisdn").asString(), line.path("amount").asLong());
        } else {
            books.add(Entry.of(line));
        }
    }
}
