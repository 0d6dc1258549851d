package duka.ordering.command;

import duka.kernel.Money;
import duka.kernel.Rejection;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What must be true of anything that is agreed, and how it is told from something else. */
final class Agreement {

    private Agreement() {}

    /** @throws Rejection {@code cart_empty} or {@code totals_wrong} */
    static void refuseUnlessSound(OrderContent content) {
        if (content.lines().isEmpty()) {
            throw new Rejection("cart_empty", "There is nothing to order.");
        }
        if (!addsUp(content)) {
            throw new Rejection("totals_wrong", "The amounts of the order do not add up.");
        }
    }

    /**
     * Tells a repeat from another order. It rests on the printed form, in which a personal value never appears: nothing
     * about the person can be guessed from it, and an erasure does not change it.
     */
    static UUID fingerprint(OrderContent content) {
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean addsUp(OrderContent content) {
        Money sum = Money.zero(content.total().currency());
        for (OrderLine line : content.lines()) {
            if (line.quantity() < 1
                    || line.unitPrice().isNegative()
                    || !line.lineTotal().currency().equals(sum.currency())
                    || !line.lineTotal().equals(line.unitPrice().times(line.quantity()))) {
                return false;
            }
            sum = sum.plus(line.lineTotal());
        }
        return !content.shippingFee().isNegative()
                && content.shippingFee().currency().equals(sum.currency())
                && content.subtotal().equals(sum)
                && content.total().equals(sum.plus(content.shippingFee()));
    }
}
