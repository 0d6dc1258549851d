package duka.ordering.web;

import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.identity.api.Caller;
import duka.identity.api.Role;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.Queries;
import duka.kernel.web.RequestContext;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.ordering.api.OrderQuery.FindOrderByNumber;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads orders for those who may: their owner, admins and auditors. To anybody else an order is not there. */
@Component
class OrderReader {

    private final Queries queries;

    OrderReader(Queries queries) {
        this.queries = queries;
    }

    /** @throws Rejection {@code not_found}, if there is none or it is not the caller's */
    SaleView visible(String idOrNumber) {
        return visible(signedIn(), idOrNumber);
    }

    SaleView visible(Caller caller, String idOrNumber) {
        return find(idOrNumber).filter(sale -> mayRead(caller, sale)).orElseThrow(() -> Rejection.notFound("order"));
    }

    /** As {@link #visible}, for a change: auditors read and change nothing. */
    SaleView changeable(String idOrNumber) {
        SaleView sale = visible(idOrNumber);
        Caller caller = signedIn();
        if (!caller.isAdmin() && !isOwner(caller, sale)) {
            throw HttpRefusal.forbidden();
        }
        return sale;
    }

    Optional<SaleView> find(OrderId id) {
        return queries.ask(new FindOrder(id), Sales.class).results().stream().findFirst();
    }

    OrderResponse response(SaleView sale) {
        return OrderResponse.of(sale, seesPhones(signedIn(), sale));
    }

    /** The owner, and the staff who send the parcel. */
    static boolean seesPhones(Caller caller, SaleView sale) {
        return caller.role() == Role.ADMIN || isOwner(caller, sale);
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

    private static boolean mayRead(Caller caller, SaleView sale) {
        return caller.seesEverything() || isOwner(caller, sale);
    }

    private static boolean isOwner(Caller caller, SaleView sale) {
        return caller.accountId().equals(sale.order().content().customerId());
    }
}
