package duka.identity.api;

import duka.kernel.OrderId;
import java.util.List;
import java.util.Optional;

/** What people still have to do with the shop, so that nobody is forgotten who is owed something. */
public interface Dealings {

    /** What has not ended yet, by everything that is recorded when it is asked. */
    Open openOf(Leaver who);

    /** The guest who placed an order; nothing if there is no such order, or an account placed it. */
    Optional<Leaver> guestOf(OrderId order);

    /**
     * What has not ended.
     *
     * @param orders numbers of orders that go on, or whose money has to go back
     * @param refunds ids of refunds that are on their way
     */
    record Open(List<String> orders, List<String> refunds) {

        public boolean isNothing() {
            return orders.isEmpty() && refunds.isEmpty();
        }
    }
}
