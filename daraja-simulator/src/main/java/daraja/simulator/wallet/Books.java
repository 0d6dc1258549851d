package daraja.simulator.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The state that follows from the ledger's lines. Not safe for threads: the ledger guards it. */
final class Books {

    private static final long FIRST_BALANCE = 100_000;
    private static final Duration LAST_PAID_KEPT = Duration.ofMinutes(10);

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byReceipt = new HashMap<>();
    private final Map<String, Entry> byCheckout = new HashMap<>();
    private final Map<String, Entry> byConversation = new HashMap<>();
    private final Set<String> reversed = new HashSet<>();
    private final Map<String, Long> wallets = new HashMap<>();
    private final LinkedHashMap<String, Instant> lastPaid = new LinkedHashMap<>();
    private long shopBalance;

    void add(Entry entry) {
        entries.add(entry);
        byReceipt.put(entry.receipt(), entry);
        int sign = entry.kind().signForShop();
        shopBalance += sign * entry.amount();
        wallets.merge(
                entry.msisdn(), FIRST_BALANCE - sign * entry.amount(), (old, fresh) -> old - sign * entry.amount());
        if (entry.checkoutRequestId() != null && entry.kind() == Kind.PAYMENT) {
            byCheckout.putIfAbsent(entry.checkoutRequestId(), entry);
            rememberLastPaid(entry);
        }
        if (entry.originalReceipt() != null) {
            reversed.add(entry.originalReceipt());
        }
        if (entry.conversationId() != null) {
            byConversation.put(entry.conversationId(), entry);
        }
    }

    /** Only rule 17 asks for it, so what is older than it reaches goes. */
    private void rememberLastPaid(Entry entry) {
        lastPaid.putLast(paidKey(entry.msisdn(), entry.amount()), entry.at());
        Instant oldest = entry.at().minus(LAST_PAID_KEPT);
        for (Iterator<Instant> times = lastPaid.values().iterator(); times.hasNext(); ) {
            if (!times.next().isBefore(oldest)) {
                break;
            }
            times.remove();
        }
    }

    void clear() {
        entries.clear();
        byReceipt.clear();
        byCheckout.clear();
        byConversation.clear();
        reversed.clear();
        wallets.clear();
        lastPaid.clear();
        shopBalance = 0;
    }

    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    @Nullable
    Entry receipt(String receipt) {
        return byReceipt.get(receipt);
    }

    @Nullable
    Entry checkout(String id) {
        return byCheckout.get(id);
    }

    @Nullable
    Entry conversation(String id) {
        return byConversation.get(id);
    }

    /** The code with which a reversal of this payment is refused; null when it may be made. */
    @Nullable
    String refusalToReverse(@Nullable Entry payment, long amount) {
        if (payment == null || payment.kind() != Kind.PAYMENT) {
            return "R000002";
        }
        if (reversed.contains(payment.receipt())) {
            return "R000001";
        }
        if (amount > payment.amount()) {
            return "25";
        }
        return shopBalance < amount ? "1" : null;
    }

    long balance(String msisdn) {
        return wallets.getOrDefault(msisdn, FIRST_BALANCE);
    }

    void setBalance(String msisdn, long balance) {
        wallets.put(msisdn, balance);
    }

    SortedMap<String, Long> wallets() {
        return new TreeMap<>(wallets);
    }

    @Nullable
    Instant lastPaid(String msisdn, long amount) {
        return lastPaid.get(paidKey(msisdn, amount));
    }

    long shopBalance() {
        return shopBalance;
    }

    private static String paidKey(String msisdn, long amount) {
        return msisdn + '/' + amount;
    }
}
