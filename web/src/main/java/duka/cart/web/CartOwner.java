package duka.cart.web;

import duka.cart.api.CartId;
import duka.identity.api.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Whose cart a request is about.
 *
 * @param account {@code null} for a guest
 */
record CartOwner(CartId cart, @Nullable AccountId account) {}
