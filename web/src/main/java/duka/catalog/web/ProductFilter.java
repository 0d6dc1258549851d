package duka.catalog.web;

import duka.catalog.api.CatalogQuery.FindProducts;
import duka.kernel.api.PageRequest;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Ordering;
import duka.kernel.web.ShopMoney;
import org.jspecify.annotations.Nullable;

/** What a visitor looks for, as the address of a list says it. Names are those of the query parameters. */
record ProductFilter(
        @Nullable String search,
        @Nullable String category,
        @Nullable String min_price,
        @Nullable String max_price,
        @Nullable String in_stock,
        @Nullable String min_rating,
        @Nullable String ordering,
        @Nullable String facets) {

    FindProducts toQuery(PageRequest page, boolean inactiveToo, ShopMoney money) {
        return new FindProducts(
                blankless(search),
                blankless(category),
                min_price == null ? null : money.read(min_price, "min_price"),
                max_price == null ? null : money.read(max_price, "max_price"),
                flag(in_stock, "in_stock"),
                rating(),
                Ordering.of(ordering, "price", "name", "created_at", "rating", "popularity"),
                flag(facets, "facets"),
                inactiveToo,
                page);
    }

    /** At least 0 is any rating, and none. */
    private @Nullable Integer rating() {
        if (min_rating == null || min_rating.equals("0")) {
            return null;
        }
        if (!min_rating.matches("[1-5]")) {
            throw InvalidInput.field("min_rating", "rating_invalid", "It is a number from 0 to 5.");
        }
        return Integer.valueOf(min_rating);
    }

    private static boolean flag(@Nullable String written, String field) {
        if (written == null) {
            return false;
        }
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidInput.field(field, "boolean_invalid", "It is either true or false.");
        };
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
