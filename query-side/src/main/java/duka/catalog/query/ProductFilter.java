package duka.catalog.query;

import duka.catalog.api.CatalogQuery.FindProducts;
import duka.kernel.Uuids;
import duka.kernel.query.StorableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which products are meant, as a piece of SQL about {@code p}.
 *
 * @param from the tables, joined
 * @param where the conditions
 * @param relevance what to order by when nothing was asked for, with a comma at its end
 */
record ProductFilter(String from, String where, String relevance, Map<String, Object> parameters) {

    private static final String QUESTION =
            "(websearch_to_tsquery('english', :search) || websearch_to_tsquery('simple', :search))";
    private static final String DESCENDANTS = """
            p.category_id IN (
                WITH RECURSIVE shelf AS (
                    SELECT id FROM read.category WHERE id = :categoryId::uuid OR slug = :categorySlug
                    UNION SELECT c.id FROM read.category c JOIN shelf ON c.parent_id = shelf.id)
                SELECT id FROM shelf)""";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    /** The products that have the words of the question, if it has words, and all else that it asks. */
    static ProductFilter byWords(FindProducts query) {
        String search = search(query);
        Conditions conditions = new Conditions(query);
        if (search == null) {
            return conditions.filter("read.product p", "");
        }
        conditions.add("p.words @@ " + QUESTION, "search", search);
        return conditions.filter("read.product p", "ts_rank(p.words, " + QUESTION + ") DESC, ");
    }

    /** The products that are spelt like the words of the question, and all else that it asks. */
    static ProductFilter bySpelling(FindProducts query) {
        Conditions conditions = new Conditions(query);
        conditions.parameters.put("search", String.valueOf(search(query)));
        return conditions.filter(
                "read.product p JOIN read.spelt_like(:search) spelt ON spelt.id = p.id", "spelt.score DESC, ");
    }

    /** The products that have the words, whatever else was asked. */
    static ProductFilter ofWordsAlone(FindProducts query) {
        return byWords(new FindProducts(
                query.search(), null, null, null, false, null, null, false, query.inactiveToo(), query.page()));
    }

    static @Nullable String search(FindProducts query) {
        String search = query.search();
        return search == null || search.isBlank() ? null : StorableText.of(search);
    }

    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        Conditions(FindProducts query) {
            all.add(query.inactiveToo() ? "p.document IS NOT NULL AND NOT p.archived" : "p.shown");
            if (query.category() != null) {
                String category = StorableText.of(query.category());
                parameters.put("categorySlug", category);
                add(
                        DESCENDANTS,
                        "categoryId",
                        Uuids.parse(category).map(Object::toString).orElse(NOBODY));
            }
            if (query.minPrice() != null) {
                add("p.price >= :min", "min", query.minPrice().minorUnits());
            }
            if (query.maxPrice() != null) {
                add("p.price <= :max", "max", query.maxPrice().minorUnits());
            }
            if (query.inStockOnly()) {
                all.add("p.available > 0");
            }
            if (query.minRating() != null) {
                add("p.rating >= :rating", "rating", query.minRating());
            }
        }

        void add(String condition, String name, Object value) {
            all.add(condition);
            parameters.put(name, value);
        }

        ProductFilter filter(String from, String relevance) {
            return new ProductFilter(from, String.join(" AND ", all), relevance, parameters);
        }
    }
}
