package duka.catalog.query;

import duka.catalog.api.CatalogQuery.FindProducts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds which products are meant: by words first, ranked; and only when no product of the shop has the words by their
 * spelling, so that a typing error costs those who make it.
 */
@Component
class ProductSearch {

    private static final Pattern DELIBERATE = Pattern.compile("(^|\\s)-\\S|\"");
    private static final String USUAL = "p.popularity DESC, p.id";
    /** Each direction of one index: the identity runs with the value, or against it. */
    private static final Map<String, String> ORDERINGS = Map.of(
            "price", "p.price, p.id",
            "-price", "p.price DESC, p.id DESC",
            "name", "left(lower(p.name), 100), p.id",
            "-name", "left(lower(p.name), 100) DESC, p.id DESC",
            "created_at", "p.created_at, p.id DESC",
            "-created_at", "p.created_at DESC, p.id",
            "rating", "p.rating NULLS FIRST, p.id DESC",
            "-rating", "p.rating DESC NULLS LAST, p.id",
            "popularity", "p.popularity, p.id DESC",
            "-popularity", USUAL);

    private final JdbcClient database;
    private final FacetCounts facets;

    ProductSearch(JdbcClient database, FacetCounts facets) {
        this.database = database;
        this.facets = facets;
    }

    /** How many products are meant, and by which filter. */
    Matches matches(FindProducts query) {
        ProductFilter filter = ProductFilter.byWords(query);
        long count = count(filter);
        if (count == 0 && mayBeMisspelt(query) && count(ProductFilter.ofWordsAlone(query)) == 0) {
            filter = ProductFilter.bySpelling(query);
            count = count(filter);
        }
        return new Matches(count, filter, query.facets() ? facets.of(filter) : null);
    }

    List<UUID> page(FindProducts query, Matches matches) {
        if (matches.count() <= query.page().offset()) {
            return List.of();
        }
        ProductFilter filter = matches.filter();
        return database.sql("SELECT p.id FROM " + filter.from() + " WHERE " + filter.where() + " ORDER BY "
                        + ordering(query, filter) + " LIMIT :limit OFFSET :offset")
                .params(filter.parameters())
                .param("limit", query.page().size())
                .param("offset", query.page().offset())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whoever excludes words or quotes them means what they say. */
    private static boolean mayBeMisspelt(FindProducts query) {
        String search = ProductFilter.search(query);
        return search != null && !DELIBERATE.matcher(search).find();
    }

    private long count(ProductFilter filter) {
        return database.sql("SELECT count(*) FROM " + filter.from() + " WHERE " + filter.where())
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    private static String ordering(FindProducts query, ProductFilter filter) {
        String asked = query.ordering();
        return asked == null ? filter.relevance() + USUAL : ORDERINGS.getOrDefault(asked, USUAL);
    }
}
