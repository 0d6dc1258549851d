package duka.catalog.web;

import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.api.Claims;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps SKUs unique in the shop, those of whole products and those of their variants. */
@Component
class ProductClaims {

    private static final String SKU = "catalog.sku";

    private final Claims claims;

    ProductClaims(Claims claims) {
        this.claims = claims;
    }

    /**
     * Takes them all or none.
     *
     * @throws Rejection {@code sku_taken}, with the {@code sku}
     */
    void take(ProductId owner, Collection<Sku> skus) {
        Set<Sku> taken = new LinkedHashSet<>();
        for (Sku sku : skus) {
            if (!claims.claim(SKU, sku.normalized(), owner.value())) {
                release(owner, taken);
                throw new Rejection("sku_taken", "Another product has this SKU.", Map.of("sku", sku.code()));
            }
            taken.add(sku);
        }
    }

    void release(ProductId owner, Collection<Sku> skus) {
        skus.forEach(sku -> claims.release(SKU, sku.normalized(), owner.value()));
    }

    /** All the SKUs that a product is known by. */
    static Set<Sku> skusOf(ProductContent content) {
        Set<Sku> skus = new LinkedHashSet<>();
        skus.add(content.sku());
        content.variants().stream().map(Variant::sku).forEach(skus::add);
        return skus;
    }
}
