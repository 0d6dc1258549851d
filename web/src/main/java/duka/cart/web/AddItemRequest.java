package duka.cart.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What is put into a cart: a SKU, or a product that has but one. */
record AddItemRequest(
        @Nullable String sku,
        @Nullable String productId,
        @NotNull @Min(1) @Max(999) Integer quantity) {}
