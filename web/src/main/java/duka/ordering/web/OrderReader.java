package duka.ordering.web;

import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.web.Asker;
import duka.kernel.web.GuestTokens;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.Queries;
import duka.kernel.web.RequestContext;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.ordering.api.OrderQuery.FindOrderByNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads orders for those who may: their owner, admins and auditors. To anybody else an order is not there. */
@Component
class OrderReader {

    private final Queries queries;
    private final GuestTokens guests;

    OrderReader(Queries queries, GuestTokens guests) {
        this.queries = queries;
        this.guests = guests;
    }

    /** @throws Rejection {@code not_found}, if there is none or it is not the caller's */
    SaleView visible(String idOrNumber) {
        return visible(guests.asker(), idOrNumber);
    }

    SaleView visible(Asker asker, String idOrNumber) {
        return find(idOrNumber)
                .filter(sale -> asker.maySee(customer(sale), sale.order().id()))
                .orElseThrow(() -> Rejection.notFound("order"));
    }

    /** One that was placed a moment ago, for whoever placed it. */
    SaleView placed(OrderId id) {
        return find(id).orElseThrow(() -> Rejection.notFound("order"));
    }

    /** As {@link #visible}, for a change: auditors read and change nothing. */
    SaleView changeable(String idOrNumber) {
        SaleView sale = visible(idOrNumber);
        Asker asker = guests.asker();
        if (!asker.isAdmin() && !asker.owns(customer(sale), sale.order().id())) {
            throw HttpRefusal.forbidden();
        }
        return sale;
    }

    Optional<SaleView> find(OrderId id) {
        return queries.ask(new FindOrder(id), Sales.class).results().stream().findFirst();
    }

    OrderResponse response(SaleView sale) {
        return OrderResponse.of(sale, seesPhones(guests.asker(), sale));
    }

    /** The owner, and the staff who send the parcel. */
    static boolean seesPhones(Asker asker, SaleView sale) {
        return asker.isAdmin() || asker.owns(customer(sale), sale.order().id());
    }

    static Caller signedIn() {
        return RequestContext.caller().orElseThrow(HttpRefusal::unauthenticated);
    }

    private Optional<SaleView> find(String idOrNumber) {
        Optional<OrderId> id = Uuids.parse(idOrNumber).map(OrderId::new);
        if (id.isPresent()) {
            return find(id.get());
        }
        return OrderNumber.parse(idOrNumber)
                .flatMap(number -> queries.ask(new FindOrderByNumber(number), Sales.class).results().stream()
                        .findFirst());
    }

    private static @Nullable AccountId customer(SaleView sale) {
        return sale.order().content().customerId();
    }
}
