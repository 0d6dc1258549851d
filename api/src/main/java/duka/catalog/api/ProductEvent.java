package duka.catalog.api;

import duka.kernel.api.SequencedBy;
import java.util.List;

/** The life of a product. {@code version} counts its edits and starts at 1. */
public sealed interface ProductEvent extends SequencedBy {

    ProductId productId();

    long version();

    @Override
    default String sequencedBy() {
        return productId().toString();
    }

    record ProductCreated(ProductId productId, ProductContent content, List<OpeningStock> openingStock, long version)
            implements ProductEvent {}

    /** @param openingStock of variants that are new in this revision */
    record ProductRevised(ProductId productId, ProductContent content, List<OpeningStock> openingStock, long version)
            implements ProductEvent {}

    record ProductArchived(ProductId productId, long version) implements ProductEvent {}

    /** It is shown after those that are there. */
    record ProductImageAdded(ProductId productId, ProductImage image, long version) implements ProductEvent {}

    /** The picture itself is kept, since orders that were placed show it. */
    record ProductImageRemoved(ProductId productId, ImageId imageId, long version) implements ProductEvent {}
}
