package duka.ordering.web;

import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.kernel.api.History.Happening;
import duka.kernel.web.live.LiveNews;
import duka.kernel.web.live.Questions;
import duka.kernel.web.live.Room;
import duka.kernel.web.live.Told;
import duka.ordering.api.OrderEvent;
import duka.ordering.api.OrderQuery.FindOrder;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code order.updated}: the order as it is now, with phones in full for admins alone. */
@Component
class OrderNews implements LiveNews {

    @Override
    public Room room() {
        return Room.DASHBOARD;
    }

    @Override
    public String group() {
        return "read.sale";
    }

    @Override
    public boolean knows(Object event) {
        return event instanceof OrderEvent;
    }

    @Override
    public Optional<Told> tell(Happening happening, Questions questions) {
        OrderEvent event = (OrderEvent) happening.event();
        return questions.ask(new FindOrder(event.orderId()), Sales.class).results().stream()
                .findFirst()
                .map(OrderNews::updated);
    }

    private static Told updated(SaleView sale) {
        OrderResponse full = OrderResponse.of(sale, true);
        OrderResponse masked = OrderResponse.of(sale, false);
        return new Told(
                "order.updated", reader -> true, reader -> reader.caller().isAdmin() ? full : masked);
    }
}
