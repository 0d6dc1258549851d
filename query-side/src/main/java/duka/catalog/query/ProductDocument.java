package duka.catalog.query;

import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductImage;
import java.time.Instant;
import java.util.List;

/** A product as its own events tell it; stock, category and rating stand beside it. */
record ProductDocument(
        ProductId id,
        ProductContent content,
        List<ProductImage> images,
        boolean archived,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Whether the shop's window shows it. */
    boolean isShown() {
        return content.active() && !archived;
    }
}
