package duka.kernel.web;

import java.util.List;

/** The addresses that partners call. */
final class Callbacks {

    private static final List<String> PATHS = List.of(
            "/api/payments/stk/",
            "/api/payments/results/",
            "/api/payments/c2b/",
            "/api/payments/timeouts/",
            "/api/payments/webhook/",
            "/api/payments/mpesa/callback/");

    private Callbacks() {}

    static boolean includes(String path) {
        return PATHS.stream().anyMatch(path::startsWith);
    }
}
