package duka.catalog.query;

import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent;
import duka.catalog.api.ProductEvent.ProductCreated;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.kernel.query.RowBatch;
import duka.kernel.query.Stamp;
import duka.kernel.query.ViewJson;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the catalogue's columns of {@code read.product}, and which product sells a SKU. */
@Component
@ProcessingGroup("read.catalogue")
class ProductProjection {

    private static final String STORE = """
            INSERT INTO read.product AS p
                (id, slug, sku, name, price, category_id, shown, archived, created_at, words, spelling, document,
                 product_news)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
                setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('english', ?), 'A')
                    || setweight(to_tsvector('english', ?), 'C'),
                ?, ?::jsonb, 1)
            ON CONFLICT (id) DO UPDATE
            SET slug = excluded.slug, sku = excluded.sku, name = excluded.name, price = excluded.price,
                category_id = excluded.category_id, shown = excluded.shown, archived = excluded.archived,
                created_at = excluded.created_at, words = excluded.words, spelling = excluded.spelling,
                document = excluded.document, product_news = p.product_news + 1""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ViewJson json;
    private final Stamp stamp;

    ProductProjection(JdbcClient database, JdbcTemplate batches, ViewJson json, Stamp stamp) {
        this.database = database;
        this.batches = batches;
        this.json = json;
        this.stamp = stamp;
    }

    @EventHandler
    void on(ProductEvent event, @org.axonframework.eventhandling.Timestamp Instant at) {
        stamp.moves();
        RowBatch<ProductId, ProductDocument> products = RowBatch.current("product", this::find, this::store);
        products.put(
                event.productId(),
                event instanceof ProductCreated created
                        ? ProductDocument.created(created, at)
                        : products.get(event.productId()).apply(event, at));
    }

    private Optional<ProductDocument> find(ProductId product) {
        return database.sql("SELECT document FROM read.product WHERE id = ? AND document IS NOT NULL")
                .param(product.value())
                .query(String.class)
                .optional()
                .map(document -> json.read(document, ProductDocument.class));
    }

    private void store(Collection<ProductDocument> products) {
        UUID[] ids = products.stream().map(product -> product.id().value()).toArray(UUID[]::new);
        batches.batchUpdate(STORE, products, products.size(), this::write);
        database.sql("DELETE FROM read.product_sku WHERE product_id = ANY (?)")
                .param(ids)
                .update();
        List<Object[]> skus = products.stream()
                .filter(product -> !product.archived())
                .flatMap(product -> product.content().variants().stream().map(variant ->
                        new Object[] {variant.sku().normalized(), product.id().value()}))
                .toList();
        batches.batchUpdate("""
                INSERT INTO read.product_sku (sku, product_id) VALUES (?, ?)
                ON CONFLICT (sku) DO UPDATE SET product_id = excluded.product_id""", skus);
    }

    private void write(PreparedStatement row, ProductDocument product) throws SQLException {
        ProductContent content = product.content();
        row.setObject(1, product.id().value());
        row.setString(2, content.slug());
        row.setString(3, content.sku().code());
        row.setString(4, content.name());
        row.setLong(5, content.price().minorUnits());
        var category = content.categoryId();
        row.setObject(6, category == null ? null : category.value());
        row.setBoolean(7, product.isShown());
        row.setBoolean(8, product.archived());
        row.setTimestamp(9, Timestamp.from(product.createdAt()));
        row.setString(10, content.name() + " " + codes(content));
        row.setString(11, content.name());
        row.setString(
                12,
                content.description() + " "
                        + String.join(" ", content.attributes().values()));
        row.setString(13, (content.name() + " " + codes(content)).toLowerCase(Locale.ROOT));
        row.setString(14, json.write(product));
    }

    private static String codes(ProductContent content) {
        return content.variants().stream()
                .map(Variant::sku)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
