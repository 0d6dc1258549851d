package duka.catalog.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a shop may ask of a product. {@code expectedVersion} is what the caller last read, if it says so. */
public sealed interface ProductCommand {

    ProductId productId();

    /** Slug and SKUs are claimed for this product before it is sent. */
    record CreateProduct(
            @TargetAggregateIdentifier ProductId productId, ProductContent content, List<OpeningStock> openingStock)
            implements ProductCommand {}

    /** Replaces all of the content. Refused with {@code not_found} once archived. */
    record ReviseProduct(
            @TargetAggregateIdentifier ProductId productId,
            ProductContent content,
            List<OpeningStock> openingStock,
            @Nullable Long expectedVersion)
            implements ProductCommand {}

    /** Takes it out of lists and carts, for ever. */
    record ArchiveProduct(
            @TargetAggregateIdentifier ProductId productId,
            @Nullable Long expectedVersion) implements ProductCommand {}

    /** The picture is kept before this is sent. Refused with {@code too_many_images} past twelve. */
    record AddProductImage(
            @TargetAggregateIdentifier ProductId productId,
            ProductImage image,
            @Nullable Long expectedVersion) implements ProductCommand {}

    /** Refused with {@code not_found} if the product never had it. */
    record RemoveProductImage(
            @TargetAggregateIdentifier ProductId productId,
            ImageId imageId,
            @Nullable Long expectedVersion) implements ProductCommand {}
}
