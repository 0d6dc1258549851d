package duka.catalog.query;

import duka.catalog.api.CatalogQuery.FindProducts;
import duka.kernel.Uuids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds which products are meant: by words first, ranked; and only when no product has the words by their spelling, so
 * that a typing error costs those who make it.
 */
@Component
class ProductSearch {

    private static final Map<String, String> ORDERINGS = Map.of(
            "price", "p.price, p.id",
            "-price", "p.price DESC, p.id",
            "name", "lower(p.name), p.id",
            "-name", "lower(p.name) DESC, p.id",
            "created_at", "p.created_at, p.id",
            "-created_at", "p.created_at DESC, p.id",
            "rating", "p.rating NULLS FIRST, p.id",
            "-rating", "p.rating DESC NULLS LAST, p.id",
            "popularity", "p.popularity, p.id",
            "-popularity", "p.popularity DESC, p.id");
    private static final String WORDS =
            "p.words @@ (websearch_to_tsquery('english', :search) || websearch_to_tsquery('simple', :search))";
    private static final String BY_WORDS =
            "ts_rank(p.words, websearch_to_tsquery('english', :search) || websearch_to_tsquery('simple', :search)) DESC, ";
    private static final String SPELLING = ":spelling <% p.spelling";
    private static final String BY_SPELLING = "word_similarity(:spelling, p.spelling) DESC, ";
    private static final String DESCENDANTS = """
            p.category_id IN (
                WITH RECURSIVE shelf AS (
                    SELECT id FROM read.category WHERE id = :categoryId::uuid OR slug = :categorySlug
                    UNION SELECT c.id FROM read.category c JOIN shelf ON c.parent_id = shelf.id)
                SELECT id FROM shelf)""";

    private final JdbcClient database;

    ProductSearch(JdbcClient database) {
        this.database = database;
    }

    /** One page of a search: which products, of how many, and by which condition. */
    record Found(long count, List<UUID> page, String where, Map<String, Object> parameters) {}

    Found find(FindProducts query) {
        Found byWords = find(query, WORDS, BY_WORDS);
        boolean misspelt = query.search() != null && byWords.count() == 0;
        return misspelt ? find(query, SPELLING, BY_SPELLING) : byWords;
    }

    private Found find(FindProducts query, String matches, String relevance) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, matches, parameters);
        long count = database.sql("SELECT count(*) FROM read.product p WHERE " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        if (count == 0) {
            return new Found(0, List.of(), where, parameters);
        }
        Map<String, Object> paged = new HashMap<>(parameters);
        paged.put("limit", query.page().size());
        paged.put("offset", query.page().offset());
        List<UUID> page = database.sql("SELECT p.id FROM read.product p WHERE " + where + " ORDER BY "
                        + ordering(query, relevance) + " LIMIT :limit OFFSET :offset")
                .params(paged)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return new Found(count, page, where, parameters);
    }

    private static String ordering(FindProducts query, String relevance) {
        String asked = query.ordering();
        if (asked != null) {
            return ORDERINGS.getOrDefault(asked, "p.popularity DESC, p.id");
        }
        return (query.search() == null ? "" : relevance) + "p.popularity DESC, p.id";
    }

    private static String where(FindProducts query, String matches, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add(query.inactiveToo() ? "p.document IS NOT NULL AND NOT p.archived" : "p.shown");
        if (query.search() != null) {
            conditions.add(matches);
            parameters.put("search", query.search());
            parameters.put("spelling", query.search().toLowerCase(Locale.ROOT));
        }
        if (query.category() != null) {
            conditions.add(DESCENDANTS);
            parameters.put(
                    "categoryId",
                    Uuids.parse(query.category()).map(UUID::toString).orElse(NOBODY));
            parameters.put("categorySlug", query.category());
        }
        if (query.minPrice() != null) {
            conditions.add("p.price >= :min");
            parameters.put("min", query.minPrice().minorUnits());
        }
        if (query.maxPrice() != null) {
            conditions.add("p.price <= :max");
            parameters.put("max", query.maxPrice().minorUnits());
        }
        if (query.inStockOnly()) {
            conditions.add("p.available > 0");
        }
        if (query.minRating() != null) {
            conditions.add("p.rating >= :rating");
            parameters.put("rating", query.minRating());
        }
        return String.join(" AND ", conditions);
    }

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
}
