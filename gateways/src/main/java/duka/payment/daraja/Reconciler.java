package duka.payment.daraja;

import duka.kernel.Rejection;
import duka.ordering.api.OrderNumber;
import duka.payment.api.PaymentQuery.ListMoneyTaken;
import duka.payment.api.PaymentQuery.MoneyTaken;
import duka.payment.api.PaymentQuery.Taken;
import duka.payment.api.Reconciliation;
import duka.payment.api.Reconciliations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * Compares a day's statement with the books, one day at a time. A day that has been over for two hours is compared once
 * and kept; before that, each question compares anew.
 */
class Reconciler implements Reconciliations {

    /** Safaricom lists the payments of this long. */
    private static final Duration REACH = Duration.ofDays(2);

    /** How far a payment and the news of it may lie apart, across midnight too. */
    private static final Duration MARGIN = Duration.ofHours(2);

    /** An order that is paid on a day was placed at most this long before it, unless its number says which one it is. */
    private static final Duration PLACED_BEFORE = Duration.ofDays(3);

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Statements statements;
    private final StatementStore store;
    private final QueryGateway queries;
    private final ZoneId zone;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    Reconciler(Statements statements, StatementStore store, QueryGateway queries, ZoneId zone, Clock clock) {
        this.statements = statements;
        this.store = store;
        this.queries = queries;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public Optional<Reconciliation> of(LocalDate day) {
        Optional<Reconciliation> kept = store.find(day);
        if (kept.isPresent()) {
            return kept;
        }
        Instant begin = day.atStartOfDay(zone).toInstant();
        if (begin.isBefore(clock.instant().minus(REACH))) {
            throw new Rejection(
                    "statement_out_of_reach",
                    "M-Pesa lists the last 48 hours alone, and nothing was kept of that day.");
        }
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return compare(day, begin, day.plusDays(1).atStartOfDay(zone).toInstant());
        } finally {
            turn.release();
        }
    }

    private Optional<Reconciliation> compare(LocalDate day, Instant begin, Instant end) {
        long by = System.nanoTime() + PATIENCE.toNanos();
        Instant now = clock.instant();
        Optional<List<PulledPayment>> lines = statements.all(begin, end.minusSeconds(1), by);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Books books = new Books(begin, end, lines.get(), taken(begin, end, lines.get()));
        Optional<Set<String>> elsewhere = elsewhere(books.missing(), begin, end, by);
        if (elsewhere.isEmpty()) {
            return Optional.empty();
        }
        boolean closed = !now.isBefore(end.plus(MARGIN));
        Reconciliation result = books.compare(day, now, closed, elsewhere.get());
        if (closed) {
            store.keep(result, begin, end, lines.get());
        }
        return Optional.of(result);
    }

    /** The receipts on the statements around this day; nobody is asked about them if none is missed. */
    private Optional<Set<String>> elsewhere(List<Taken> missing, Instant begin, Instant end, long by) {
        Set<String> receipts = missing.stream()
                .map(Taken::receipt)
                .filter(receipt -> receipt != null)
                .map(Books::key)
                .collect(Collectors.toCollection(HashSet::new));
        if (receipts.isEmpty()) {
            return Optional.of(Set.of());
        }
        Set<String> found = store.known(receipts);
        Optional<List<PulledPayment>> before = statements.all(begin.minus(MARGIN), begin.minusSeconds(1), by);
        Optional<List<PulledPayment>> after = statements.all(end, end.plus(MARGIN), by);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        found.addAll(Books.receipts(before.get()));
        found.addAll(Books.receipts(after.get()));
        return Optional.of(found);
    }

    private List<Taken> taken(Instant begin, Instant end, List<PulledPayment> lines) {
        Set<OrderNumber> numbers = lines.stream()
                .flatMap(line -> number(line.billReference()).stream())
                .collect(Collectors.toUnmodifiableSet());
        try {
            return queries.query(
                            new ListMoneyTaken(begin.minus(PLACED_BEFORE), end.plus(MARGIN), numbers), MoneyTaken.class)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .results();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The read models do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** M-Pesa is given the order's number without its hyphen. */
    private static Optional<OrderNumber> number(@Nullable String reference) {
        if (reference == null || !reference.toUpperCase(Locale.ROOT).startsWith("D")) {
            return Optional.empty();
        }
        String digits = reference.substring(1);
        return OrderNumber.parse(digits.startsWith("-") ? "D" + digits : "D-" + digits);
    }
}
