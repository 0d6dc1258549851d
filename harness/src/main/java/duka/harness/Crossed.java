package duka.harness;

import java.nio.file.Path;
import java.util.List;

/** Two hot SKUs, each half of the customers taking them in the other order: no deadlock may stop anybody. */
final class Crossed {

    private static final int AT_ONCE = 8;
    private static final int TOLD_EVERY = 100;

    private final Ordeal ordeal;

    Crossed(Ordeal ordeal) {
        this.ordeal = ordeal;
    }

    void run(int rounds) throws Exception {
        String one = ordeal.list("CROSS-A", rounds * AT_ONCE);
        String two = ordeal.list("CROSS-B", rounds * AT_ONCE);
        List<Shop> customers = Customers.signUp(ordeal.system().http(), AT_ONCE);
        Path file = ordeal.journal("crossed");
        try (Journal journal = new Journal(file)) {
            for (int round = 0; round < rounds; round++) {
                int at = round;
                List<String> orders = Ordeal.together(customers, (customer, n) -> {
                    Checkouts.mustFill(customer, n % 2 == 0 ? one : two, 1);
                    Checkouts.mustFill(customer, n % 2 == 0 ? two : one, 1);
                    int phone = at * AT_ONCE + n;
                    return Ordeal.order(journal, customer, "crossed", 2, Customers.phone(phone / 10_000, phone, "000"));
                });
                if (round % TOLD_EVERY == TOLD_EVERY - 1 || round == rounds - 1) {
                    Ordeal.together(customers, (customer, n) -> Checkouts.untilDecided(customer, orders.get(n)));
                    System.out.printf("crossed: %d rounds of %d orders%n", round + 1, AT_ONCE);
                }
            }
        }
        awaitAll(file);
        ordeal.judgeHealed(file);
    }

    private void awaitAll(Path file) throws Exception {
        Shop admin = ordeal.system().admin();
        for (Journal.Acknowledged one : Journal.acknowledged(file)) {
            Checkouts.untilDecided(admin, one.orderId());
        }
    }
}
