package duka.catalog.api;

import duka.kernel.Money;
import duka.kernel.Sku;
import duka.kernel.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about the catalogue. */
public sealed interface CatalogQuery {

    /** All categories → {@link Categories}. */
    record ListCategories(PageRequest page) implements CatalogQuery {}

    /** One category by its id or slug → {@link Categories} of none or one. */
    record FindCategory(String idOrSlug) implements CatalogQuery {}

    /** The category and all its parents up to the root, nearest first → {@link Categories}. */
    record FindCategoryPath(CategoryId categoryId) implements CatalogQuery {}

    /**
     * The shop's window → {@link Products}. Archived and inactive products are left out unless {@code inactiveToo}.
     *
     * @param category an id or a slug; descendants are included
     * @param ordering one of {@code price, name, created_at, rating, popularity}, each also with {@code -}; {@code
     *     null} ranks by relevance when searching, else by popularity
     */
    record FindProducts(
            @Nullable String search,
            @Nullable String category,
            @Nullable Money minPrice,
            @Nullable Money maxPrice,
            boolean inStockOnly,
            @Nullable Integer minRating,
            @Nullable String ordering,
            boolean facets,
            boolean inactiveToo,
            PageRequest page)
            implements CatalogQuery {}

    /** One product by its id or slug → {@link Products} of none or one; archived ones are found by id. */
    record FindProduct(String idOrSlug) implements CatalogQuery {}

    /** The products that have these SKUs → {@link Products}. */
    record FindProductsBySku(List<Sku> skus) implements CatalogQuery {}

    /** The products that have these ids, in the order that was asked for → {@link Products}. */
    record FindProductsById(List<ProductId> ids) implements CatalogQuery {}

    /** What somebody who types {@code q} may mean → {@link Suggestions}. */
    record Suggest(String q) implements CatalogQuery {}

    record Categories(long count, List<CategoryView> results) {}

    record Products(
            long count, List<ProductView> results, @Nullable Facets facets) {}

    record Facets(
            List<CategoryFacet> categories,
            @Nullable Money minPrice,
            @Nullable Money maxPrice,
            List<RatingFacet> ratings) {}

    record CategoryFacet(CategoryId id, String name, String slug, long count) {}

    record RatingFacet(int rating, long count) {}

    record Suggestions(List<Link> products, List<Link> categories) {}

    record Link(String slug, String name) {}
}
