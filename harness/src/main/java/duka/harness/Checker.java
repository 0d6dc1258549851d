package duka.harness;

import duka.harness.Journal.Acknowledged;
import duka.harness.Violation.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a run after it healed, from three sources that the load client cannot talk into anything: the journal on the
 * disk, the database, and M-Pesa's own ledger.
 *
 * <ul>
 *   <li>I1: every acknowledged order exists, and ended.
 *   <li>I2: nobody paid twice, nobody paid for nothing, nobody got anything for nothing.
 *   <li>I3: stock was never negative, its events add up, nothing stays reserved, the read model says the same.
 *   <li>I4: nothing that had a time is late by more than a minute, and nothing was set aside.
 *   <li>I5: the read models show what the events say.
 *   <li>I6: every reader took every event that is its own, once.
 *   <li>I8: what we hold is what M-Pesa says that we hold.
 *   <li>I9: the same key got the same answer.
 * </ul>
 *
 * The chain of the audit ledger (I7) is judged once there is one; logs (I10) by {@link Leaks}.
 */
final class Checker {

    private final History history;
    private final Ledger ledger;
    private final List<Acknowledged> acknowledged;
    private final List<Violation> violations = new ArrayList<>();

    private Checker(History history, Ledger ledger, List<Acknowledged> acknowledged) {
        this.history = history;
        this.ledger = ledger;
        this.acknowledged = acknowledged;
    }

    /** What a run came to. */
    record Verdict(int acknowledged, int confirmed, int events, List<Violation> violations) {

        long count(Kind kind) {
            return violations.stream().filter(one -> one.kind() == kind).count();
        }
    }

    static Verdict judge(Path journal, Connection database, Ledger ledger) throws Exception {
        History history = History.read(database);
        List<Acknowledged> acknowledged = Journal.acknowledged(journal);
        Checker checker = new Checker(history, ledger, acknowledged);
        checker.orders();
        checker.answers();
        checker.moneyByPhone();
        checker.moneyInAll();
        checker.stock();
        checker.violations.addAll(new Tables(database).against(history));
        int confirmed = (int) history.orders().values().stream()
                .filter(History.Order::isConfirmed)
                .count();
        return new Verdict((int) checker.distinct(), confirmed, history.events(), checker.violations);
    }

    private long distinct() {
        return acknowledged.stream().map(Acknowledged::orderId).distinct().count();
    }

    private void orders() {
        for (Acknowledged one : acknowledged) {
            History.Order order = history.orders().get(one.orderId());
            if (order == null) {
                found(Kind.LOST, "order " + one.orderId() + " was acknowledged and is lost");
            } else if (!order.isDecided()) {
                found(Kind.UNFINISHED, "order " + one.orderId() + " never ended");
            }
        }
    }

    /** The client asks again under the same key, when it heard nothing and now and then when it did. */
    private void answers() {
        Map<String, String> orderOfKey = new HashMap<>();
        Map<String, String> keyOfOrder = new HashMap<>();
        for (Acknowledged one : acknowledged) {
            String key = one.checkout().key();
            String other = orderOfKey.putIfAbsent(key, one.orderId());
            if (other != null && !other.equals(one.orderId())) {
                found(Kind.ANSWER, "key " + key + " was answered with " + other + " and with " + one.orderId());
            }
            String otherKey = keyOfOrder.putIfAbsent(one.orderId(), key);
            if (otherKey != null && !otherKey.equals(key)) {
                found(Kind.ANSWER, "order " + one.orderId() + " was acknowledged for two keys");
            }
        }
    }

    /** Each checkout of a run has a phone of its own. */
    private void moneyByPhone() {
        Map<String, Long> paid = new HashMap<>();
        for (Ledger.Entry entry : ledger.entries()) {
            long amount = entry.kind().equals("payment") ? entry.amount() : -entry.amount();
            paid.merge(entry.msisdn(), amount, Long::sum);
        }
        Map<String, Acknowledged> byOrder = new HashMap<>();
        acknowledged.forEach(one -> byOrder.put(one.orderId(), one));
        for (Acknowledged one : byOrder.values()) {
            History.Order order = history.orders().getOrDefault(one.orderId(), new History.Order());
            long balance = paid.getOrDefault(one.checkout().phone().replace("+", ""), 0L);
            if (balance != order.owed()) {
                found(
                        balance > order.owed() ? Kind.DOUBLE_CHARGE : Kind.UNPAID,
                        "order " + one.orderId() + " cost " + order.owed() + " and its phone paid " + balance);
            }
        }
    }

    private void moneyInAll() {
        long theirs = ledger.entries().stream()
                .mapToLong(entry -> entry.kind().equals("payment") ? entry.amount() : -entry.amount())
                .sum();
        if (theirs != history.moneyInShillings()) {
            found(Kind.LEDGER, "M-Pesa holds " + theirs + " for us and our events " + history.moneyInShillings());
        }
    }

    private void stock() {
        history.stocks().forEach((sku, stock) -> {
            stock.faults().forEach(fault -> found(fault.kind(), "stock of " + sku + " " + fault.what()));
            if (stock.reserved() != 0 && history.orders().values().stream().allMatch(History.Order::isDecided)) {
                found(Kind.STOCK, "stock of " + sku + " still has " + stock.reserved() + " reserved");
            }
        });
    }

    private void found(Kind kind, String what) {
        violations.add(new Violation(kind, what));
    }
}
