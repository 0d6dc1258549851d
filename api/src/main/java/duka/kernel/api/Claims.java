package duka.kernel.api;

import java.util.UUID;

/**
 * Values that only one thing may have: a SKU, a slug, a receipt, an order number. A claim is a step of its own, in its
 * own transaction, before the command that uses it; its owner may repeat it. A claim whose owner has no history after
 * ten minutes is freed.
 */
public interface Claims {

    /** @return whether the value belongs to {@code owner} now */
    boolean claim(String kind, String value, UUID owner);

    /** Gives a value back; silent when it is somebody else's or nobody's. */
    void release(String kind, String value, UUID owner);
}
