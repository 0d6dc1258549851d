package duka.catalog.query;

import duka.catalog.api.ProductEvent;
import duka.catalog.api.ProductEvent.ProductArchived;
import duka.catalog.api.ProductEvent.ProductCreated;
import duka.catalog.api.ProductEvent.ProductRevised;
import duka.kernel.query.MissingRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a product's events make of it. */
final class ProductFold {

    private ProductFold() {}

    /** @param before {@code null} before the first event */
    static ProductDocument apply(@Nullable ProductDocument before, ProductEvent event, Instant at) {
        return event instanceof ProductCreated created
                ? created(created, at)
                : goOn(MissingRow.unless(before, event.productId()), event, at);
    }

    private static ProductDocument created(ProductCreated event, Instant at) {
        return new ProductDocument(event.productId(), event.content(), false, at, at, event.version());
    }

    private static ProductDocument goOn(ProductDocument product, ProductEvent event, Instant at) {
        return switch (event) {
            case ProductCreated created -> created(created, at);
            case ProductRevised revised ->
                new ProductDocument(
                        product.id(),
                        revised.content(),
                        product.archived(),
                        product.createdAt(),
                        at,
                        revised.version());
            case ProductArchived archived ->
                new ProductDocument(product.id(), product.content(), true, product.createdAt(), at, archived.version());
        };
    }
}
