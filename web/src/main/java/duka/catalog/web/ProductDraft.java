package duka.catalog.web;

import duka.catalog.api.CategoryId;
import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductContent;
import duka.catalog.api.Variant;
import duka.kernel.Money;
import duka.kernel.Sku;
import duka.kernel.web.FieldProblem;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.ShopMoney;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A product's request once it was understood: everything but its slug, which is claimed last. */
record ProductDraft(
        String name,
        String description,
        Money price,
        @Nullable Money compareAtPrice,
        Sku sku,
        @Nullable CategoryId categoryId,
        Map<String, String> attributes,
        List<Variant> variants,
        Map<Sku, Integer> stock,
        boolean active) {

    /** @throws InvalidInput for an amount that cannot be taken, or two variants of one SKU */
    static ProductDraft of(ProductRequest request, @Nullable CategoryId category, ShopMoney money) {
        List<Variant> variants = new ArrayList<>();
        Map<Sku, Integer> stock = new LinkedHashMap<>();
        List<FieldProblem> doubled = new ArrayList<>();
        Set<Sku> seen = new HashSet<>();
        for (ProductRequest.VariantRequest written : request.allVariants()) {
            Sku sku = new Sku(written.sku());
            String field = "variants[" + variants.size() + "]";
            if (!seen.add(sku)) {
                doubled.add(new FieldProblem(field + ".sku", "duplicate", "A product has a SKU once."));
            }
            variants.add(
                    new Variant(sku, written.optionsOrNone(), money.readNullable(written.price(), field + ".price")));
            if (written.stock() != null) {
                stock.put(sku, written.stock());
            }
        }
        if (!doubled.isEmpty()) {
            throw InvalidInput.fields(doubled);
        }
        return new ProductDraft(
                request.name().strip(),
                request.description() == null ? "" : request.description(),
                money.read(request.price(), "price"),
                money.readNullable(request.compareAtPrice(), "compare_at_price"),
                new Sku(request.sku()),
                category,
                request.attributes() == null ? Map.of() : request.attributes(),
                variants,
                stock,
                request.isActive() == null || request.isActive());
    }

    ProductContent withSlug(String slug) {
        return new ProductContent(
                slug, sku, name, description, price, compareAtPrice, categoryId, attributes, variants, active);
    }

    /** What is on the shelf of each of these SKUs; none if nothing was said. */
    List<OpeningStock> openingStock(Set<Sku> opened) {
        return variants.stream()
                .map(Variant::sku)
                .filter(opened::contains)
                .map(opening -> new OpeningStock(opening, stock.getOrDefault(opening, 0)))
                .toList();
    }

    Set<Sku> variantSkus() {
        return Set.copyOf(variants.stream().map(Variant::sku).toList());
    }
}
