package duka.catalog.command;

import duka.catalog.api.CategoryId;
import duka.catalog.api.ImageId;
import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.AddProductImage;
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
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.Sku;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A mug in two colours. */
final class ProductFixtures {

    static final ProductId PRODUCT = new ProductId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0001L));
    static final Sku MUG = new Sku("MUG");
    static final Variant RED = new Variant(new Sku("MUG-RED"), Map.of("colour", "red", "size", "M"), null);
    static final Variant BLUE = new Variant(new Sku("MUG-BLUE"), Map.of("colour", "blue"), kes(400));
    static final List<OpeningStock> STOCK = List.of(new OpeningStock(RED.sku(), 7));

    private ProductFixtures() {}

    static ProductContent mug() {
        return mug("Mug");
    }

    static ProductContent mug(String name) {
        return content(name, kes(350), kes(500), List.of(RED, BLUE));
    }

    static ProductContent content(String name, Money price, Money compareAtPrice, List<Variant> variants) {
        return new ProductContent(
                "mug",
                MUG,
                name,
                "Holds tea",
                price,
                compareAtPrice,
                new CategoryId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0002L)),
                Map.of("material", "clay", "origin", "Kisii"),
                variants,
                true);
    }

    static CreateProduct create(ProductContent content) {
        return new CreateProduct(PRODUCT, content, STOCK);
    }

    static ReviseProduct revise(ProductContent content, Long expectedVersion) {
        return new ReviseProduct(PRODUCT, content, List.of(), expectedVersion);
    }

    static ProductCreated created() {
        return new ProductCreated(PRODUCT, mug(), STOCK, 1);
    }

    static ProductRevised revised(String name, long version) {
        return new ProductRevised(PRODUCT, mug(name), List.of(), version);
    }

    static ProductArchived archived(long version) {
        return new ProductArchived(PRODUCT, version);
    }

    static Money kes(long shillings) {
        return Money.ofMajor(shillings, CurrencyCode.KES);
    }

    static ProductImage image(int n) {
        return new ProductImage(imageId(n), "key-" + n + ".jpg", "Mug " + n, 1_600, 1_200);
    }

    static ImageId imageId(int n) {
        return new ImageId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0100L + n));
    }

    static AddProductImage add(int n) {
        return new AddProductImage(PRODUCT, image(n), null);
    }

    static RemoveProductImage remove(int n) {
        return new RemoveProductImage(PRODUCT, imageId(n), null);
    }

    static ProductImageAdded imageAdded(int n, long version) {
        return new ProductImageAdded(PRODUCT, image(n), version);
    }

    static ProductImageRemoved imageRemoved(int n, long version) {
        return new ProductImageRemoved(PRODUCT, imageId(n), version);
    }
}
