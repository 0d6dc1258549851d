package duka.payment.web;

import org.jspecify.annotations.Nullable;

/** What people write down as a proof of money. */
final class Receipts {

    private Receipts() {}

    /** Without the blanks around it; one of blanks alone is none. */
    static @Nullable String written(@Nullable String receipt) {
        return receipt == null || receipt.isBlank() ? null : receipt.strip();
    }
}
