package duka.ordering.web;

import duka.kernel.web.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a cart becomes an order.
 *
 * @param phone the M-Pesa phone to prompt at once
 * @param expectedTotal what the customer was told that it costs
 */
record PlaceOrderRequest(
        @NotNull @Valid AddressJson shippingAddress,
        @NotBlank String shippingMethod,
        @NotBlank String paymentMethod,
        @Nullable String phone,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 2_000) String notes,
        @Nullable MoneyJson expectedTotal) {}
