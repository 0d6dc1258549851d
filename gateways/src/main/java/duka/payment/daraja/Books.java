package duka.payment.daraja;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.PhoneNumber;
import duka.payment.api.PaymentQuery.Taken;
import duka.payment.api.Reconciliation;
import duka.payment.api.Reconciliation.MoneyWithoutOrder;
import duka.payment.api.Reconciliation.OrderWithoutMoney;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One day's statement beside what the orders know. Money belongs to the day on whose statement it is, whenever the order
 * learnt of it.
 */
final class Books {

    private static final int REFERENCE_SHOWN = 64;

    private final Instant begin;
    private final Instant end;
    private final List<PulledPayment> lines;
    private final List<Taken> taken;
    private final Set<String> listed;

    /** @param end is not included */
    Books(Instant begin, Instant end, List<PulledPayment> lines, List<Taken> taken) {
        this.begin = begin;
        this.end = end;
        this.lines = lines;
        this.taken = taken;
        this.listed = receipts(lines);
    }

    static Set<String> receipts(List<PulledPayment> lines) {
        return lines.stream().map(line -> key(line.receipt())).collect(Collectors.toUnmodifiableSet());
    }

    static String key(String receipt) {
        return receipt.toUpperCase(Locale.ROOT);
    }

    /** What counts as paid on this day and is not on its statement: it may be on that of a neighbour. */
    List<Taken> missing() {
        return taken.stream()
                .filter(Taken::counted)
                .filter(money -> !money.at().isBefore(begin) && money.at().isBefore(end))
                .filter(money -> money.receipt() == null || !listed.contains(key(money.receipt())))
                .toList();
    }

    /** @param elsewhere the receipts on the statements before and after */
    Reconciliation compare(LocalDate day, Instant madeAt, boolean closed, Set<String> elsewhere) {
        Map<String, Taken> known = byReceipt();
        List<MoneyWithoutOrder> strays = new ArrayList<>();
        List<OrderWithoutMoney> unpaid = new ArrayList<>();
        Money provider = Money.zero(CurrencyCode.KES);
        Money ledger = Money.zero(CurrencyCode.KES);
        int matched = 0;
        for (PulledPayment line : lines) {
            provider = provider.plus(line.amount());
            Taken money = known.get(key(line.receipt()));
            if (money != null && (money.amount() == null || money.amount().equals(line.amount()))) {
                matched++;
                ledger = ledger.plus(line.amount());
                continue;
            }
            strays.add(stray(line));
            if (money != null && money.counted() && money.amount() != null) {
                ledger = ledger.plus(money.amount());
                unpaid.add(unpaid(money, money.amount()));
            }
        }
        for (Taken money : missing()) {
            boolean onAnother = money.receipt() != null && elsewhere.contains(key(money.receipt()));
            if (!onAnother && money.amount() != null) {
                ledger = ledger.plus(money.amount());
                unpaid.add(unpaid(money, money.amount()));
            }
        }
        return new Reconciliation(day, madeAt, closed, matched, strays, unpaid, provider, ledger);
    }

    /** What pays an order goes before what only speaks of the same receipt. */
    private Map<String, Taken> byReceipt() {
        Map<String, Taken> known = new HashMap<>();
        for (Taken money : taken) {
            if (money.receipt() != null) {
                known.merge(key(money.receipt()), money, (one, other) -> one.counted() ? one : other);
            }
        }
        return known;
    }

    private MoneyWithoutOrder stray(PulledPayment line) {
        return new MoneyWithoutOrder(
                line.receipt(),
                line.amount(),
                line.at(begin, end).orElse(null),
                line.phoneMasked().orElse(null),
                shown(line.billReference()));
    }

    private static OrderWithoutMoney unpaid(Taken money, Money amount) {
        return new OrderWithoutMoney(
                money.orderId(), money.number(), money.paymentId(), money.receipt(), amount, money.at());
    }

    /** People type their phone number as the account. */
    static @Nullable String shown(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        String written = reference.replaceAll("\\p{Cntrl}", "");
        return PhoneNumber.parse(written)
                .map(PhoneNumber::masked)
                .orElseGet(() -> written.substring(0, Math.min(written.length(), REFERENCE_SHOWN)));
    }
}
