package duka.catalog.query;

import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.kernel.query.Counted;
import duka.kernel.query.RowBatch;
import duka.kernel.query.Stamps;
import duka.kernel.query.Stamps.Topic;
import duka.kernel.query.StorableText;
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
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the catalogue's columns of {@code read.product}, and which product sells a SKU. */
@Component
@ProcessingGroup("read.catalogue")
class ProductProjection {

    private static final int INDEXED_SIGNS = 50_000;
    private static final String STORE = """
            INSERT INTO read.product
                (id, slug, sku, name, price, category_id, shown, archived, created_at, words, spelling, document,
                 product_news)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
                setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('english', ?), 'A')
                    || setweight(to_tsvector('english', ?), 'C'),
                ?, ?::jsonb, ?)
            ON CONFLICT (id) DO UPDATE
            SET slug = excluded.slug, sku = excluded.sku, name = excluded.name, price = excluded.price,
                category_id = excluded.category_id, shown = excluded.shown, archived = excluded.archived,
                created_at = excluded.created_at, words = excluded.words, spelling = excluded.spelling,
                document = excluded.document, product_news = excluded.product_news""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ViewJson json;
    private final Stamps stamps;

    ProductProjection(JdbcClient database, JdbcTemplate batches, ViewJson json, Stamps stamps) {
        this.database = database;
        this.batches = batches;
        this.json = json;
        this.stamps = stamps;
    }

    @EventHandler
    void on(ProductEvent event, @org.axonframework.eventhandling.Timestamp Instant at) {
        RowBatch<ProductId, Counted<ProductDocument>> products = RowBatch.current("product", this::find, this::store);
        Optional<Counted<ProductDocument>> before = products.find(event.productId());
        ProductDocument after = ProductFold.apply(before.map(Counted::view).orElse(null), event, at);
        products.put(event.productId(), Counted.after(before, after));
        stamps.change(event.productId().value());
        stamps.change(Topic.SHELVES);
    }

    private Optional<Counted<ProductDocument>> find(ProductId product) {
        return database.sql("SELECT document, product_news FROM read.product WHERE id = ? AND document IS NOT NULL")
                .param(product.value())
                .query((row, n) -> new Counted<>(json.read(row.getString(1), ProductDocument.class), row.getLong(2)))
                .optional();
    }

    private void store(Collection<Counted<ProductDocument>> products) {
        batches.batchUpdate(STORE, products, products.size(), this::write);
        List<ProductDocument> changed = products.stream().map(Counted::view).toList();
        database.sql("DELETE FROM read.product_sku WHERE product_id = ANY (?)")
                .param(changed.stream().map(product -> product.id().value()).toArray(UUID[]::new))
                .update();
        batches.batchUpdate(
                "INSERT INTO read.product_sku (sku, product_id) VALUES (?, ?)",
                changed.stream()
                        .filter(product -> !product.archived())
                        .flatMap(ProductProjection::skus)
                        .toList());
    }

    private static Stream<Object[]> skus(ProductDocument product) {
        return product.content().variants().stream()
                .map(variant -> variant.sku().normalized())
                .distinct()
                .map(sku -> new Object[] {sku, product.id().value()});
    }

    private void write(PreparedStatement row, Counted<ProductDocument> changed) throws SQLException {
        ProductDocument product = changed.view();
        ProductContent content = product.content();
        row.setObject(1, product.id().value());
        row.setString(2, StorableText.of(content.slug()));
        row.setString(3, content.sku().code());
        row.setString(4, StorableText.of(content.name()));
        row.setLong(5, content.price().minorUnits());
        var category = content.categoryId();
        row.setObject(6, category == null ? null : category.value());
        row.setBoolean(7, product.isShown());
        row.setBoolean(8, product.archived());
        row.setTimestamp(9, Timestamp.from(product.createdAt()));
        row.setString(10, StorableText.of(content.name() + " " + codes(content)));
        row.setString(11, StorableText.of(content.name()));
        row.setString(12, StorableText.of(prose(content)));
        row.setString(13, StorableText.of((content.name() + " " + codes(content)).toLowerCase(Locale.ROOT)));
        row.setString(14, json.write(product));
        row.setLong(15, changed.events());
    }

    /** What is said about it; PostgreSQL indexes no novels. */
    private static String prose(ProductContent content) {
        String prose = content.description() + " "
                + String.join(" ", content.attributes().values());
        return prose.length() > INDEXED_SIGNS ? prose.substring(0, INDEXED_SIGNS) : prose;
    }

    private static String codes(ProductContent content) {
        return content.variants().stream()
                .map(Variant::sku)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
