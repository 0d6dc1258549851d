package duka.cart.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many of a line are wanted. */
record QuantityRequest(@NotNull @Min(1) @Max(999) Integer quantity) {}
