package duka.catalog.query;

import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent;
import duka.catalog.api.ProductEvent.ProductArchived;
import duka.catalog.api.ProductEvent.ProductCreated;
import duka.catalog.api.ProductEvent.ProductRevised;
import duka.catalog.api.ProductId;
import java.time.Instant;

/** What a product's events make of it; stock, category and rating stand beside it. */
record ProductDocument(
        ProductId id, ProductContent content, boolean archived, Instant createdAt, Instant updatedAt, long version) {

    static ProductDocument created(ProductCreated event, Instant at) {
        return new ProductDocument(event.productId(), event.content(), false, at, at, event.version());
    }

    ProductDocument apply(ProductEvent event, Instant at) {
        return switch (event) {
            case ProductCreated created -> created(created, at);
            case ProductRevised revised ->
                new ProductDocument(id, revised.content(), archived, createdAt, at, revised.version());
            case ProductArchived gone -> new ProductDocument(id, content, true, createdAt, at, gone.version());
        };
    }

    /** Whether the shop's window shows it. */
    boolean isShown() {
        return content.active() && !archived;
    }
}
