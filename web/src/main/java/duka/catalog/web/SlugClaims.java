package duka.catalog.web;

import duka.catalog.api.CategoryId;
import duka.catalog.api.ProductId;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.api.Claims;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the names in the shop's addresses unique: a name that was asked for, or one made from what a thing is called. */
@Component
class SlugClaims {

    private static final String CATEGORY = "catalog.category-slug";
    private static final String PRODUCT = "catalog.product-slug";

    /** Names that mean something else in the shop's addresses. */
    private static final Set<String> RESERVED = Set.of("categories", "suggestions", "import");

    private static final int CHOICES = 100;

    private final Claims claims;

    SlugClaims(Claims claims) {
        this.claims = claims;
    }

    /** @throws Rejection {@code slug_taken} */
    String category(CategoryId owner, @Nullable String asked, String name) {
        return asked == null ? made(CATEGORY, name, owner.value()) : exactly(CATEGORY, asked, owner.value());
    }

    /** @throws Rejection {@code slug_taken} */
    String product(ProductId owner, @Nullable String asked, String name) {
        return asked == null ? made(PRODUCT, name, owner.value()) : exactly(PRODUCT, asked, owner.value());
    }

    /** As a name without a wish; of many products of one name the later ones have their SKU beside it. */
    String imported(ProductId owner, String name, Sku sku) {
        String plain = Slugs.of(name);
        if (!RESERVED.contains(plain) && claims.claim(PRODUCT, plain, owner.value())) {
            return plain;
        }
        return made(PRODUCT, name + " " + sku.code(), owner.value());
    }

    void releaseCategory(CategoryId owner, String slug) {
        claims.release(CATEGORY, slug, owner.value());
    }

    void releaseProduct(ProductId owner, String slug) {
        claims.release(PRODUCT, slug, owner.value());
    }

    private String exactly(String kind, String asked, UUID owner) {
        if (RESERVED.contains(asked) || !claims.claim(kind, asked, owner)) {
            throw new Rejection("slug_taken", "Another one has this slug.", Map.of("slug", asked));
        }
        return asked;
    }

    private String made(String kind, String name, UUID owner) {
        String slug = Slugs.of(name);
        return IntStream.rangeClosed(1, CHOICES)
                .mapToObj(n -> Slugs.numbered(slug, n))
                .filter(choice -> !RESERVED.contains(choice) && claims.claim(kind, choice, owner))
                .findFirst()
                .orElseThrow(() -> new Rejection("slug_taken", "Name a slug for it.", Map.of("slug", slug)));
    }
}
