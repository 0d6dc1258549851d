package duka.catalog.query;

import duka.catalog.api.ImageId;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent;
import duka.catalog.api.ProductEvent.ProductArchived;
import duka.catalog.api.ProductEvent.ProductCreated;
import duka.catalog.api.ProductEvent.ProductImageAdded;
import duka.catalog.api.ProductEvent.ProductImageRemoved;
import duka.catalog.api.ProductEvent.ProductRevised;
import duka.catalog.api.ProductImage;
import duka.kernel.query.MissingRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
        return new ProductDocument(event.productId(), event.content(), List.of(), false, at, at, event.version());
    }

    private static ProductDocument goOn(ProductDocument product, ProductEvent event, Instant at) {
        return switch (event) {
            case ProductCreated created -> created(created, at);
            case ProductRevised revised -> next(product, revised.content(), product.images(), false, at, revised);
            case ProductImageAdded added ->
                next(product, product.content(), with(product.images(), added.image()), false, at, added);
            case ProductImageRemoved removed ->
                next(product, product.content(), without(product.images(), removed.imageId()), false, at, removed);
            case ProductArchived archived -> next(product, product.content(), product.images(), true, at, archived);
        };
    }

    private static ProductDocument next(
            ProductDocument product,
            ProductContent content,
            List<ProductImage> images,
            boolean archived,
            Instant at,
            ProductEvent event) {
        return new ProductDocument(
                product.id(),
                content,
                images,
                archived || product.archived(),
                product.createdAt(),
                at,
                event.version());
    }

    private static List<ProductImage> with(List<ProductImage> images, ProductImage added) {
        return Stream.concat(images.stream(), Stream.of(added)).toList();
    }

    private static List<ProductImage> without(List<ProductImage> images, ImageId removed) {
        return images.stream().filter(image -> !image.id().equals(removed)).toList();
    }
}
