package duka.ordering.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What may still change about an order that has not left. */
record AmendOrderRequest(
        @NotNull @Valid AddressJson shippingAddress,
        @Nullable @Size(max = 2_000) String notes) {}
