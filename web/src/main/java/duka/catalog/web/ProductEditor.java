package duka.catalog.web;

import duka.catalog.api.CatalogQuery.FindProduct;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.ArchiveProduct;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductCommand.ReviseProduct;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductView;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Queries;
import duka.kernel.web.ShopMoney;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes products: claims what must be unique, sees to the shelves that an edit opens and closes, then sends the
 * command. Claims that turn out not to be used are given back.
 */
@Component
class ProductEditor {

    private final Queries queries;
    private final Commands commands;
    private final CategoryEditor categories;
    private final SlugClaims slugs;
    private final ProductClaims skus;
    private final Shelves shelves;
    private final ShopMoney money;

    ProductEditor(
            Queries queries,
            Commands commands,
            CategoryEditor categories,
            SlugClaims slugs,
            ProductClaims skus,
            Shelves shelves,
            ShopMoney money) {
        this.queries = queries;
        this.commands = commands;
        this.categories = categories;
        this.slugs = slugs;
        this.skus = skus;
        this.shelves = shelves;
        this.money = money;
    }

    /** One that is not archived. */
    ProductView existing(String idOrSlug) {
        return queries.ask(new FindProduct(idOrSlug), Products.class).results().stream()
                .filter(product -> !product.archived())
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("product"));
    }

    Answer<Object> create(ProductId id, ProductRequest request) {
        ProductDraft draft = draft(request);
        Set<Sku> claimed = ProductClaims.skusOf(draft.withSlug(""));
        skus.take(id, claimed);
        String slug = null;
        try {
            slug = slugs.product(id, request.slug(), request.name());
            List<OpeningStock> opening = draft.openingStock(draft.variantSkus());
            Answer<Object> answer = commands.send(new CreateProduct(id, draft.withSlug(slug), opening));
            return shelves.opened(answer, opening);
        } catch (Rejection refused) {
            giveBack(id, claimed, slug);
            throw refused;
        }
    }

    Answer<Object> revise(ProductView product, ProductRequest request, IfMatch ifMatch) {
        ifMatch.check(product.version());
        ProductId id = product.id();
        ProductContent before = product.content();
        ProductDraft draft = draft(request);
        Set<Sku> known = ProductClaims.skusOf(before);
        Set<Sku> wanted = ProductClaims.skusOf(draft.withSlug(before.slug()));
        Set<Sku> added = without(wanted, known);
        skus.take(id, added);
        String slug = before.slug();
        try {
            slug = request.slug() == null ? slug : slugs.product(id, request.slug(), request.name());
            Set<Sku> shelved = Set.copyOf(
                    before.variants().stream().map(variant -> variant.sku()).toList());
            List<OpeningStock> opening = draft.openingStock(without(draft.variantSkus(), shelved));
            shelves.setPieces(draft.stock(), shelved);
            shelves.close(without(shelved, draft.variantSkus()));
            Answer<Object> answer =
                    commands.send(new ReviseProduct(id, draft.withSlug(slug), opening, ifMatch.version()));
            giveBack(id, without(known, wanted), slug.equals(before.slug()) ? null : before.slug());
            return shelves.opened(answer, opening);
        } catch (Rejection refused) {
            giveBack(id, added, slug.equals(before.slug()) ? null : slug);
            throw refused;
        }
    }

    /** What orders still hold keeps its SKU until they end; the rest may be given to another product. */
    Answer<Object> archive(ProductView product, IfMatch ifMatch) {
        ifMatch.check(product.version());
        ProductId id = product.id();
        Answer<Object> answer = commands.send(new ArchiveProduct(id, ifMatch.version()));
        Set<Sku> free = ProductClaims.skusOf(product.content());
        free.removeAll(shelves.closeWhatCanBe(product.content().variants()));
        giveBack(id, free, product.content().slug());
        return answer;
    }

    private ProductDraft draft(ProductRequest request) {
        return ProductDraft.of(request, categories.named(request.categoryId(), "category_id"), money);
    }

    private void giveBack(ProductId id, Set<Sku> unused, @Nullable String slug) {
        skus.release(id, unused);
        if (slug != null) {
            slugs.releaseProduct(id, slug);
        }
    }

    private static Set<Sku> without(Set<Sku> skus, Set<Sku> others) {
        Set<Sku> left = new LinkedHashSet<>(skus);
        left.removeAll(others);
        return left;
    }
}
