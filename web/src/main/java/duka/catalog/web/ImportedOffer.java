package duka.catalog.web;

import duka.catalog.api.CategoryId;
import duka.catalog.web.ProductSheet.Row;
import duka.kernel.Money;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.ShopMoney;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a sheet says about a product, once it was understood.
 *
 * @param category {@code null} if it names none
 * @param stock {@code null} if it names none
 */
record ImportedOffer(
        String name,
        String description,
        @Nullable CategoryId category,
        Money price,
        @Nullable Integer stock) {

    private static final int LONGEST_NAME = 200;

    /** @throws InvalidInput if a cell cannot be taken */
    static ImportedOffer of(Row row, ImportedCategories.Tree categories, ShopMoney money) {
        if (row.name().isEmpty() || row.name().length() > LONGEST_NAME) {
            throw wrong("name", "A product has a name of at most " + LONGEST_NAME + " signs.");
        }
        return new ImportedOffer(
                row.name(),
                row.description(),
                categories.find(row.category()),
                money.read(row.price(), "price"),
                pieces(row.stock()));
    }

    static InvalidInput wrong(String field, String message) {
        return InvalidInput.field(field, "invalid", message);
    }

    private static @Nullable Integer pieces(String written) {
        if (written.isEmpty()) {
            return null;
        }
        if (!written.matches("\\d{1,9}")) {
            throw wrong("stock", "Stock is a number of pieces, not \"" + written + "\".");
        }
        return Integer.valueOf(written);
    }
}
