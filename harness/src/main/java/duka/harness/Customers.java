package duka.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many customers, signed up beforehand, each with a phone of their own. */
public final class Customers {

    private static final int SIGN_UPS_AT_ONCE = 4;

    private Customers() {}

    public static List<Shop> signUp(Http http, int count) throws Exception {
        List<Future<Shop>> pending = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(SIGN_UPS_AT_ONCE)) {
            for (int i = 0; i < count; i++) {
                pending.add(executor.submit(() -> Shop.register(
                        http,
                        "load." + UUID.randomUUID() + "@example.com",
                        UUID.randomUUID().toString(),
                        "Load",
                        "Client")));
            }
            List<Shop> customers = new ArrayList<>();
            for (Future<Shop> one : pending) {
                customers.add(one.get());
            }
            return customers;
        }
    }

    /** The {@code n}-th phone of a run; its last three digits choose how its owner behaves. */
    public static String phone(int run, int n, String tail) {
        return "+2547%01d%04d%s".formatted(run % 10, n % 10_000, tail);
    }
}
