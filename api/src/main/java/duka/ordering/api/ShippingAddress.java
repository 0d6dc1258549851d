package duka.ordering.api;

import duka.kernel.Personal;
import org.jspecify.annotations.Nullable;

/** Where an order goes. What points at a person is sealed; county and country stay readable for figures. */
public record ShippingAddress(
        Personal fullName,
        Personal phone,
        Personal line1,
        @Nullable Personal line2,
        Personal city,
        @Nullable String county,
        @Nullable Personal postalCode,
        String country) {}
