package duka.checkout.web;

import duka.checkout.api.CheckoutQuery.FindObligations;
import duka.checkout.api.Obligations;
import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.identity.api.Dealings;
import duka.identity.api.Leaver;
import duka.kernel.OrderId;
import duka.kernel.web.Queries;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.payment.api.RefundId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** People have to do with the shop by their orders. */
@Component
class SalesDealings implements Dealings {

    private final Queries queries;

    SalesDealings(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Open openOf(Leaver who) {
        Obligations open = queries.ask(new FindObligations(who.accountId(), who.orderId()), Obligations.class);
        return new Open(
                open.orders().stream().map(OrderNumber::toString).toList(),
                open.refunds().stream().map(RefundId::toString).toList());
    }

    @Override
    public Optional<Leaver> guestOf(OrderId order) {
        return queries.ask(new FindOrder(order), Sales.class).results().stream()
                .findFirst()
                .map(SaleView::order)
                .filter(found -> found.content().customerId() == null)
                .map(found -> {
                    OrderContent content = found.content();
                    return Leaver.guest(
                            content.person(), order, content.cartId().value());
                });
    }
}
