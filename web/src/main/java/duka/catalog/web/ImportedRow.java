package duka.catalog.web;

import duka.catalog.api.CatalogQuery.FindProductsBySku;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductCommand.ReviseProduct;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductView;
import duka.catalog.api.Variant;
import duka.catalog.web.ImportJob.LineError;
import duka.catalog.web.ProductSheet.Row;
import duka.inventory.api.StockCommand.AdjustStock;
import duka.inventory.api.StockItemId;
import duka.inventory.api.StockQuery.FindStock;
import duka.inventory.api.StockQuery.StockItems;
import duka.inventory.api.StockView;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.Uuids;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Queries;
import duka.kernel.web.ShopMoney;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings one row of a sheet into the catalogue: as a new product, or as an edit of the one that has its SKU. */
@Component
class ImportedRow {

    private final Queries queries;
    private final SilentCommands commands;
    private final ImportedCategories categories;
    private final SlugClaims slugs;
    private final ProductClaims skus;
    private final ShopMoney money;
    private final ImportedPicture picture;

    ImportedRow(
            Queries queries,
            SilentCommands commands,
            ImportedCategories categories,
            SlugClaims slugs,
            ProductClaims skus,
            ShopMoney money,
            ImportedPicture picture) {
        this.queries = queries;
        this.commands = commands;
        this.categories = categories;
        this.slugs = slugs;
        this.skus = skus;
        this.money = money;
        this.picture = picture;
    }

    /** What lasts for a whole import. */
    record Context(UUID job, String actor, ImportedCategories.Tree tree) {}

    /** What the shop knew of a handful of rows before they were taken. */
    record Known(Map<Sku, ProductView> products, Map<Sku, StockView> stock) {}

    Context begin(UUID job, String actor) {
        return new Context(job, actor, categories.load(job, actor));
    }

    /** Makes the categories that the rows name, and looks up what is there of them. */
    Known prepare(Context context, List<Row> rows) {
        rows.stream().map(Row::category).distinct().forEach(path -> categories.ensure(context.tree(), path));
        List<Sku> named = rows.stream()
                .flatMap(row -> Sku.parse(row.sku()).stream())
                .distinct()
                .toList();
        Map<Sku, ProductView> products = new HashMap<>();
        Map<Sku, StockView> stock = new HashMap<>();
        if (!named.isEmpty()) {
            queries.ask(new FindProductsBySku(named), Products.class).results().stream()
                    .filter(product -> !product.archived())
                    .forEach(product ->
                            ProductClaims.skusOf(product.content()).forEach(sku -> products.put(sku, product)));
            queries.ask(new FindStock(named), StockItems.class).results().forEach(item -> stock.put(item.sku(), item));
        }
        return new Known(products, stock);
    }

    /** @return why it could not be taken, or nothing */
    Optional<LineError> take(Context context, Known known, Row row) {
        try {
            Sku sku = Sku.parse(row.sku())
                    .orElseThrow(() -> ImportedOffer.wrong("sku", "\"" + row.sku() + "\" is no SKU."));
            ImportedOffer offer = ImportedOffer.of(row, context.tree(), money);
            ProductView product = known.products().get(sku);
            if (product == null) {
                create(context, sku, offer);
            } else {
                revise(context, sku, offer, product);
                setPieces(context, sku, row, offer, known);
            }
            ProductId id = product == null ? idOf(context, sku) : product.id();
            return picture.add(context, id, offer.name(), product, row);
        } catch (Rejection | InvalidInput refused) {
            return Optional.of(new LineError(row.line(), String.valueOf(refused.getMessage())));
        }
    }

    private static ProductId idOf(Context context, Sku sku) {
        return new ProductId(Uuids.derive(context.job(), "product:" + sku.normalized()));
    }

    private void create(Context context, Sku sku, ImportedOffer offer) {
        ProductId id = idOf(context, sku);
        skus.take(id, List.of(sku));
        String slug = slugs.imported(id, offer.name(), sku);
        ProductContent content = new ProductContent(
                slug,
                sku,
                offer.name(),
                offer.description(),
                offer.price(),
                null,
                offer.category(),
                Map.of(),
                List.of(new Variant(sku, Map.of(), null)),
                true);
        List<OpeningStock> opening = List.of(new OpeningStock(sku, offer.stock() == null ? 0 : offer.stock()));
        try {
            commands.send(context.actor(), context.job(), new CreateProduct(id, content, opening));
        } catch (Rejection anotherRowMadeIt) {
            commands.send(context.actor(), context.job(), new ReviseProduct(id, content, List.of(), null));
        }
    }

    private void revise(Context context, Sku sku, ImportedOffer offer, ProductView product) {
        ProductContent now = product.content();
        boolean whole = now.sku().equals(sku) || now.variants().size() == 1;
        List<Variant> variants = new ArrayList<>();
        for (Variant variant : now.variants()) {
            boolean named = variant.sku().equals(sku) && (!whole || variant.price() != null);
            variants.add(named ? new Variant(variant.sku(), variant.options(), offer.price()) : variant);
        }
        ProductContent wanted = new ProductContent(
                now.slug(),
                now.sku(),
                offer.name(),
                offer.description().isEmpty() ? now.description() : offer.description(),
                whole ? offer.price() : now.price(),
                now.compareAtPrice(),
                offer.category() == null ? now.categoryId() : offer.category(),
                now.attributes(),
                variants,
                now.active());
        if (!wanted.equals(now)) {
            commands.send(context.actor(), context.job(), new ReviseProduct(product.id(), wanted, List.of(), null));
        }
    }

    private void setPieces(Context context, Sku sku, Row row, ImportedOffer offer, Known known) {
        StockView stock = known.stock().get(sku);
        if (stock == null
                || offer.stock() == null
                || offer.stock() == stock.level().onHand()) {
            return;
        }
        UUID adjustment = Uuids.derive(context.job(), "adjustment:" + row.line());
        int delta = offer.stock() - stock.level().onHand();
        commands.send(
                context.actor(), context.job(), new AdjustStock(StockItemId.of(sku), adjustment, delta, "Imported"));
    }
}
