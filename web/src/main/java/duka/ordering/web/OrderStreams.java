package duka.ordering.web;

import duka.checkout.api.SaleView;
import duka.kernel.OrderId;
import duka.kernel.api.ReadModelListener;
import duka.ordering.api.OrderEvent;
import duka.payment.api.PaymentEvent;
import duka.shipping.api.ShipmentEvent;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Shows orders live to those who follow them. It reads an order again when the read model has something new of it, and
 * from time to time in case a bell was missed.
 */
@Component
class OrderStreams implements ReadModelListener {

    private static final Logger LOG = LoggerFactory.getLogger(OrderStreams.class);
    private static final long KEEP_ALIVE_MILLIS = 15_000;

    private final OrderReader orders;
    private final Map<OrderId, Set<OrderFollower>> followers = new ConcurrentHashMap<>();
    private final Set<OrderId> toRead = ConcurrentHashMap.newKeySet();
    private final ExecutorService work = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("order-stream-", 1).factory());

    OrderStreams(OrderReader orders) {
        this.orders = orders;
    }

    void follow(SaleView now, OrderFollower follower) {
        OrderId order = now.order().id();
        followers.compute(order, (id, others) -> {
            Set<OrderFollower> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(follower);
            return all;
        });
        follower.onEnd(() -> forget(order, follower));
        work.execute(() -> {
            follower.keepAlive();
            follower.show(now);
        });
        read(order);
    }

    @Override
    public void shown(String group, List<?> events) {
        if (followers.isEmpty()) {
            return;
        }
        events.stream().flatMap(OrderStreams::orderOf).distinct().forEach(this::read);
    }

    @Scheduled(fixedDelayString = "${duka.live.poll:2s}")
    void readAll() {
        followers.keySet().forEach(this::read);
    }

    @Scheduled(fixedDelay = KEEP_ALIVE_MILLIS)
    void keepAlive() {
        followers.values().forEach(each -> each.forEach(follower -> work.execute(follower::keepAlive)));
    }

    @PreDestroy
    void stop() {
        followers.values().forEach(each -> each.forEach(OrderFollower::end));
        work.shutdown();
    }

    private void read(OrderId order) {
        if (followers.containsKey(order) && toRead.add(order)) {
            work.execute(() -> {
                toRead.remove(order);
                show(order);
            });
        }
    }

    private void show(OrderId order) {
        try {
            Optional<SaleView> sale = orders.find(order);
            sale.ifPresent(now -> followers
                    .getOrDefault(order, Set.of())
                    .forEach(follower -> work.execute(() -> follower.show(now))));
        } catch (RuntimeException e) {
            LOG.debug("Order {} cannot be read now, it is read again soon", order, e);
        }
    }

    private void forget(OrderId order, OrderFollower follower) {
        followers.computeIfPresent(order, (id, all) -> {
            all.remove(follower);
            return all.isEmpty() ? null : all;
        });
    }

    private static Stream<OrderId> orderOf(Object event) {
        return switch (event) {
            case OrderEvent ofOrder -> Stream.of(ofOrder.orderId());
            case PaymentEvent ofPayment -> Stream.of(ofPayment.orderId());
            case ShipmentEvent ofShipment -> Stream.of(ofShipment.orderId());
            default -> Stream.empty();
        };
    }
}
