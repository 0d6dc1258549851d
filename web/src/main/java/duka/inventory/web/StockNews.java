package duka.inventory.web;

import duka.inventory.api.StockEvent;
import duka.inventory.api.StockEvent.LowStockThresholdSet;
import duka.inventory.api.StockEvent.StockAdjusted;
import duka.inventory.api.StockEvent.StockReserved;
import duka.inventory.api.StockQuery.FindStock;
import duka.inventory.api.StockQuery.StockItems;
import duka.kernel.api.History.Happening;
import duka.kernel.web.live.LiveNews;
import duka.kernel.web.live.Questions;
import duka.kernel.web.live.Room;
import duka.kernel.web.live.Told;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code stock.low}: fewer pieces can be had than before, and no more than the threshold; or the threshold was raised. */
@Component
class StockNews implements LiveNews {

    /** @param available after the event, and not as it is now */
    record LowStock(String sku, int available) {}

    @Override
    public Room room() {
        return Room.DASHBOARD;
    }

    @Override
    public String group() {
        return "read.catalogue";
    }

    @Override
    public boolean knows(Object event) {
        return switch (event) {
            case StockReserved reserved -> true;
            case LowStockThresholdSet threshold -> true;
            case StockAdjusted adjusted -> adjusted.delta() < 0;
            default -> false;
        };
    }

    @Override
    public Optional<Told> tell(Happening happening, Questions questions) {
        StockEvent event = (StockEvent) happening.event();
        int available = event.level().available();
        return threshold(event, questions)
                .filter(threshold -> available <= threshold)
                .map(threshold -> Told.all("stock.low", new LowStock(event.sku().code(), available)));
    }

    private static Optional<Integer> threshold(StockEvent event, Questions questions) {
        return event instanceof LowStockThresholdSet set
                ? Optional.of(set.threshold())
                : questions.ask(new FindStock(List.of(event.sku())), StockItems.class).results().stream()
                        .findFirst()
                        .filter(item -> !item.retired())
                        .map(item -> item.lowStockThreshold());
    }
}
