package duka.catalog.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.catalog.api.ImageId;
import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.AddProductImage;
import duka.catalog.api.ProductCommand.ArchiveProduct;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductCommand.RemoveProductImage;
import duka.catalog.api.ProductCommand.ReviseProduct;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent.ProductArchived;
import duka.catalog.api.ProductEvent.ProductCreated;
import duka.catalog.api.ProductEvent.ProductImageAdded;
import duka.catalog.api.ProductEvent.ProductImageRemoved;
import duka.catalog.api.ProductEvent.ProductRevised;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductImage;
import duka.catalog.api.Variant;
import duka.kernel.Money;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.command.ExpectedVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What a shop offers. Its slug and SKUs were claimed before it is asked; what is on the shelf is the stock's to say. */
@Aggregate(type = "catalog.Product", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
class Product {

    private static final int MOST_IMAGES = 12;

    @AggregateIdentifier
    private ProductId id;

    /** As it began, to tell a repeat from another product. */
    private ProductCreated created;

    private ProductContent content;
    private List<ProductImage> images = new ArrayList<>();

    /** Of pictures that were taken away, to tell a late repeat from a new one. */
    private Set<ImageId> removedImages = new HashSet<>();

    private boolean archived;
    private long version;

    @SuppressWarnings("NullAway.Init")
    Product() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CreateProduct command) {
        ProductCreated wanted = new ProductCreated(command.productId(), command.content(), command.openingStock(), 1);
        if (version > 0) {
            if (!created.equals(wanted)) {
                throw new Rejection("id_taken", "Another product was created under this id.");
            }
            return;
        }
        refuseUnlessSound(command.content(), command.openingStock());
        apply(wanted);
    }

    @EventSourcingHandler
    void evolve(ProductCreated event) {
        id = event.productId();
        created = event;
        content = event.content();
        version = event.version();
    }

    @CommandHandler
    void decide(ReviseProduct command) {
        if (archived) {
            throw Rejection.notFound("product");
        }
        ExpectedVersion.require(command.expectedVersion(), version);
        refuseUnlessSound(command.content(), command.openingStock());
        if (!content.equals(command.content())) {
            apply(new ProductRevised(id, command.content(), command.openingStock(), version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(ProductRevised event) {
        content = event.content();
        version = event.version();
    }

    @CommandHandler
    void decide(ArchiveProduct command) {
        if (archived) {
            return;
        }
        ExpectedVersion.require(command.expectedVersion(), version);
        apply(new ProductArchived(id, version + 1));
    }

    @EventSourcingHandler
    void evolve(ProductArchived event) {
        archived = true;
        version = event.version();
    }

    @CommandHandler
    void decide(AddProductImage command) {
        ProductImage image = command.image();
        if (images.contains(image) || removedImages.contains(image.id())) {
            return;
        }
        if (archived) {
            throw Rejection.notFound("product");
        }
        if (shows(image.id())) {
            throw new Rejection("id_taken", "Another picture has this id.");
        }
        ExpectedVersion.require(command.expectedVersion(), version);
        if (images.size() >= MOST_IMAGES) {
            throw new Rejection(
                    "too_many_images",
                    "A product has at most " + MOST_IMAGES + " pictures.",
                    Map.of("max", MOST_IMAGES));
        }
        apply(new ProductImageAdded(id, image, version + 1));
    }

    @EventSourcingHandler
    void evolve(ProductImageAdded event) {
        images.add(event.image());
        version = event.version();
    }

    @CommandHandler
    void decide(RemoveProductImage command) {
        if (removedImages.contains(command.imageId())) {
            return;
        }
        if (archived || !shows(command.imageId())) {
            throw Rejection.notFound("image");
        }
        ExpectedVersion.require(command.expectedVersion(), version);
        apply(new ProductImageRemoved(id, command.imageId(), version + 1));
    }

    @EventSourcingHandler
    void evolve(ProductImageRemoved event) {
        images.removeIf(image -> image.id().equals(event.imageId()));
        removedImages.add(event.imageId());
        version = event.version();
    }

    private boolean shows(ImageId image) {
        return images.stream().anyMatch(one -> one.id().equals(image));
    }

    private static void refuseUnlessSound(ProductContent content, List<OpeningStock> openingStock) {
        if (content.variants().isEmpty()) {
            throw new Rejection("variant_missing", "A product has at least one variant.");
        }
        Set<Sku> skus = new HashSet<>();
        for (Variant variant : content.variants()) {
            if (!skus.add(variant.sku())) {
                throw new Rejection(
                        "variant_duplicate",
                        "Two variants have the same SKU.",
                        Map.of("sku", variant.sku().code()));
            }
        }
        if (isNegative(content.price())
                || isNegative(content.compareAtPrice())
                || content.variants().stream().anyMatch(variant -> isNegative(variant.price()))) {
            throw new Rejection("price_invalid", "A price is not negative.");
        }
        if (openingStock.stream().anyMatch(opening -> opening.quantity() < 0)) {
            throw new Rejection("stock_below_zero", "No shelf holds fewer than no pieces.");
        }
    }

    private static boolean isNegative(@Nullable Money price) {
        return price != null && price.isNegative();
    }
}
