package duka.catalog.query;

import duka.catalog.api.CatalogQuery.Link;
import duka.catalog.api.CatalogQuery.Suggest;
import duka.catalog.api.CatalogQuery.Suggestions;
import duka.kernel.query.Stamps;
import duka.kernel.query.StorableText;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suggests what somebody who is still typing may mean: what has the letters, or else what is spelt like them. */
@Component
class SuggestionQueries {

    private static final int SUGGESTED = 8;
    private static final int KEPT = 2_000;
    private static final int LONG_ENOUGH_TO_ERR = 4;

    private final JdbcClient database;
    private final Kept<Suggest, Suggestions> kept;

    SuggestionQueries(JdbcClient database, Stamps stamps) {
        this.database = database;
        this.kept = new Kept<>(stamps, KEPT);
    }

    @QueryHandler
    Suggestions answer(Suggest query) {
        return query.q().isBlank()
                ? new Suggestions(List.of(), List.of())
                : kept.get(query, () -> suggest(query.q().strip()));
    }

    private Suggestions suggest(String typed) {
        String part = "%" + StorableText.likePart(typed) + "%";
        List<Link> products = links("""
                SELECT slug, name FROM read.product WHERE shown AND spelling LIKE ?
                ORDER BY popularity DESC, id LIMIT ?""", part);
        if (products.isEmpty() && typed.length() >= LONG_ENOUGH_TO_ERR) {
            products = links("""
                    SELECT p.slug, p.name FROM read.product p JOIN read.spelt_like(?) spelt ON spelt.id = p.id
                    WHERE p.shown ORDER BY spelt.score DESC, p.popularity DESC, p.id LIMIT ?""", StorableText.of(typed));
        }
        return new Suggestions(
                products,
                links("SELECT slug, name FROM read.category WHERE lower(name) LIKE ? ORDER BY name, id LIMIT ?", part));
    }

    private List<Link> links(String sql, String typed) {
        return database.sql(sql)
                .params(typed, SUGGESTED)
                .query((row, n) -> new Link(row.getString(1), row.getString(2)))
                .list();
    }
}
