package duka.inventory.saga;

import static org.assertj.core.api.Assertions.assertThat;

import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent.ProductCreated;
import duka.catalog.api.ProductEvent.ProductRevised;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.inventory.api.ReservationId;
import duka.inventory.api.StockCommand.OpenStockItem;
import duka.inventory.api.StockCommand.Restock;
import duka.inventory.api.StockItemId;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.utils.RecordingCommandBus;
import org.junit.jupiter.api.Test;

class ReactionsTest {

    private static final ProductId PRODUCT = new ProductId(UUID.fromString("019aaf00-0000-7000-8000-000000000005"));
    private static final OrderId ORDER = new OrderId(UUID.fromString("019aaf00-0000-7000-8000-000000000001"));
    private static final Sku SMALL = new Sku("shirt-S");
    private static final Sku LARGE = new Sku("shirt-L");

    private final RecordingCommandBus bus = new RecordingCommandBus();
    private final CommandGateway commands =
            DefaultCommandGateway.builder().commandBus(bus).build();

    @Test
    void a_listed_product_is_counted_from_what_it_says_or_from_nothing() {
        new OpenStockOnProductListed(commands)
                .on(new ProductCreated(PRODUCT, shirts(), List.of(new OpeningStock(SMALL, 7)), 1));
        assertThat(sent()).containsExactly(open(LARGE, 0), open(SMALL, 7));
    }

    @Test
    void a_revision_counts_what_is_new_and_repeats_what_is_not() {
        new OpenStockOnProductListed(commands)
                .on(new ProductRevised(PRODUCT, shirts(), List.of(new OpeningStock(new Sku("SHIRT-L"), 3)), 2));
        assertThat(sent()).containsExactly(open(LARGE, 3), open(SMALL, 0));
    }

    @Test
    void a_parcel_that_came_back_fit_for_sale_goes_on_the_shelf() {
        new RestockOnParcelReturned(commands).on(parcel(ShipmentStatus.RETURNED, true));
        assertThat(sent())
                .containsExactly(
                        new Restock(StockItemId.of(LARGE), back(LARGE), ORDER, 1),
                        new Restock(StockItemId.of(SMALL), back(SMALL), ORDER, 2));
    }

    @Test
    void no_other_parcel_does() {
        RestockOnParcelReturned restock = new RestockOnParcelReturned(commands);
        restock.on(parcel(ShipmentStatus.RETURNED, false));
        restock.on(parcel(ShipmentStatus.DELIVERED, true));
        assertThat(sent()).isEmpty();
    }

    private List<Object> sent() {
        return bus.getDispatchedCommands().stream()
                .map(CommandMessage::getPayload)
                .map(Object.class::cast)
                .toList();
    }

    private static ReservationId back(Sku sku) {
        return ReservationId.ofReturn(ShipmentId.of(ORDER, 1).value(), sku);
    }

    private static OpenStockItem open(Sku sku, int onHand) {
        return new OpenStockItem(StockItemId.of(sku), sku, PRODUCT, onHand);
    }

    private static ProductContent shirts() {
        Money price = Money.ofMajor(900, CurrencyCode.KES);
        return new ProductContent(
                "shirt",
                "Shirt",
                "Cotton",
                price,
                null,
                null,
                Map.of(),
                List.of(new Variant(SMALL, Map.of("size", "S"), null), new Variant(LARGE, Map.of("size", "L"), null)),
                true);
    }

    private static ShipmentAdvanced parcel(ShipmentStatus status, boolean restock) {
        return new ShipmentAdvanced(
                ShipmentId.of(ORDER, 1),
                ORDER,
                status,
                null,
                null,
                Instant.parse("2026-11-23T06:00:00Z"),
                restock,
                List.of(new ShipmentItem(SMALL, 2), new ShipmentItem(LARGE, 1)),
                3);
    }
}
