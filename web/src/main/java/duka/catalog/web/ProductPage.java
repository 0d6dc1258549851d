package duka.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import duka.catalog.api.CatalogQuery;
import duka.catalog.api.CatalogQuery.Products;
import duka.kernel.api.PageRequest;
import duka.kernel.web.MoneyJson;
import duka.kernel.web.PageOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the shop's window; the facets only if they were asked for. */
record ProductPage(
        long count,
        @Nullable String next,
        @Nullable String previous,
        List<ProductResponse> results,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Facets facets) {

    /** How the found products spread. */
    record Facets(List<CategoryFacet> categories, PriceRange price, List<RatingFacet> ratings) {

        static @Nullable Facets of(CatalogQuery.@Nullable Facets found) {
            if (found == null) {
                return null;
            }
            return new Facets(
                    found.categories().stream().map(CategoryFacet::of).toList(),
                    new PriceRange(MoneyJson.ofNullable(found.minPrice()), MoneyJson.ofNullable(found.maxPrice())),
                    found.ratings().stream()
                            .map(rating -> new RatingFacet(rating.rating(), rating.count()))
                            .toList());
        }
    }

    record CategoryFacet(String id, String name, String slug, long count) {
        static CategoryFacet of(CatalogQuery.CategoryFacet found) {
            return new CategoryFacet(found.id().toString(), found.name(), found.slug(), found.count());
        }
    }

    /** Both are {@code null} when nothing was found. */
    record PriceRange(@Nullable MoneyJson min, @Nullable MoneyJson max) {}

    record RatingFacet(int rating, long count) {}

    static ProductPage of(PageRequest page, Products found) {
        PageOf<ProductResponse> results = PageOf.of(
                page,
                found.count(),
                found.results().stream().map(ProductResponse::of).toList());
        return new ProductPage(
                results.count(), results.next(), results.previous(), results.results(), Facets.of(found.facets()));
    }
}
