package duka.inventory.saga;

import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent.ProductCreated;
import duka.catalog.api.ProductEvent.ProductRevised;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.inventory.api.StockCommand.OpenStockItem;
import duka.inventory.api.StockItemId;
import duka.kernel.Sku;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Begins to count whatever a product lists, with what it says is on the shelf, else with nothing. What is counted
 * already stays as it is; what a product no longer lists is retired by whoever took it off.
 */
@Component
@ProcessingGroup("inventory.opening")
final class OpenStockOnProductListed {

    private final CommandGateway commands;

    OpenStockOnProductListed(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(ProductCreated created) {
        open(created.productId(), created.content(), created.openingStock());
    }

    @EventHandler
    void on(ProductRevised revised) {
        open(revised.productId(), revised.content(), revised.openingStock());
    }

    private void open(ProductId product, ProductContent content, List<OpeningStock> openingStock) {
        Map<Sku, Integer> onHand = openingStock.stream()
                .collect(Collectors.toMap(OpeningStock::sku, OpeningStock::quantity, Math::addExact));
        content.variants().stream()
                .map(Variant::sku)
                .sorted()
                .distinct()
                .map(sku -> new OpenStockItem(StockItemId.of(sku), sku, product, onHand.getOrDefault(sku, 0)))
                .forEach(commands::sendAndWait);
    }
}
