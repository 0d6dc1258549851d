package duka.catalog.query;

import duka.catalog.api.CatalogQuery;
import duka.catalog.api.CatalogQuery.Categories;
import duka.catalog.api.CatalogQuery.FindCategory;
import duka.catalog.api.CatalogQuery.FindCategoryPath;
import duka.catalog.api.CatalogQuery.ListCategories;
import duka.catalog.api.CategoryId;
import duka.catalog.api.CategoryView;
import duka.kernel.Uuids;
import duka.kernel.query.Stamps;
import duka.kernel.query.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about categories; a category counts the shown products of all that is below it. */
@Component
class CategoryQueries {

    private static final int KEPT = 2_000;
    private static final String COUNTED = """
            WITH RECURSIVE shelf AS (
                SELECT id AS root, id FROM read.category
                UNION SELECT shelf.root, c.id FROM read.category c JOIN shelf ON c.parent_id = shelf.id),
            counted AS (
                SELECT shelf.root, count(p.id) AS products
                FROM shelf JOIN read.product p ON p.category_id = shelf.id AND p.shown GROUP BY shelf.root)
            SELECT c.id, c.name, c.slug, c.parent_id, c.description, coalesce(counted.products, 0), c.version
            FROM read.category c LEFT JOIN counted ON counted.root = c.id
            """;
    private static final String PATH = """
            WITH RECURSIVE path AS (
                SELECT c.*, 0 AS step FROM read.category c WHERE c.id = ?
                UNION SELECT c.*, path.step + 1 FROM read.category c JOIN path ON c.id = path.parent_id
                WHERE path.step < 100)
            SELECT id, name, slug, parent_id, description, 0, version FROM path ORDER BY step""";

    private final JdbcClient database;

    private final Kept<CatalogQuery, Categories> kept;

    CategoryQueries(JdbcClient database, Stamps stamps) {
        this.database = database;
        this.kept = new Kept<>(stamps, KEPT);
    }

    @QueryHandler
    Categories answer(ListCategories query) {
        return kept.get(query, () -> list(query));
    }

    private Categories list(ListCategories query) {
        long count = database.sql("SELECT count(*) FROM read.category")
                .query(Long.class)
                .single();
        return new Categories(
                count,
                database.sql(COUNTED + "ORDER BY lower(c.name), c.id LIMIT ? OFFSET ?")
                        .params(query.page().size(), query.page().offset())
                        .query(CategoryQueries::view)
                        .list());
    }

    @QueryHandler
    Categories answer(FindCategory query) {
        return kept.get(query, () -> find(StorableText.of(query.idOrSlug())));
    }

    private Categories find(String idOrSlug) {
        return all(database.sql(COUNTED + "WHERE c.id = ?::uuid OR c.slug = ? LIMIT 1")
                .param(1, Uuids.parse(idOrSlug).map(UUID::toString).orElse(null))
                .param(2, idOrSlug)
                .query(CategoryQueries::view)
                .list());
    }

    @QueryHandler
    Categories answer(FindCategoryPath query) {
        return kept.get(
                query,
                () -> all(database.sql(PATH)
                        .param(query.categoryId().value())
                        .query(CategoryQueries::view)
                        .list()));
    }

    private static Categories all(List<CategoryView> found) {
        return new Categories(found.size(), found);
    }

    private static CategoryView view(ResultSet row, int n) throws SQLException {
        @Nullable UUID parent = row.getObject(4, UUID.class);
        return new CategoryView(
                new CategoryId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                parent == null ? null : new CategoryId(parent),
                row.getString(5),
                row.getInt(6),
                row.getLong(7));
    }
}
