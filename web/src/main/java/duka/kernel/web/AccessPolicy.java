package duka.kernel.web;

import static duka.kernel.web.Audience.ADMIN;
import static duka.kernel.web.Audience.ANYONE;
import static duka.kernel.web.Audience.ENROLLING;
import static duka.kernel.web.Audience.SIGNED_IN;
import static duka.kernel.web.Audience.STAFF;
import static duka.kernel.web.Audience.STRANGER;
import static duka.kernel.web.Audience.TOKEN_HOLDER;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one table of who may call what. It is asked before a body is read. The first row that matches decides; below
 * {@code /api/} what has no row is not there, whatever controller may answer it.
 */
final class AccessPolicy {

    private static final String EDIT = "PUT PATCH DELETE";
    private static final String WRITE = "POST PUT PATCH DELETE";

    /** @param methods separated by blanks; GET includes HEAD */
    record Row(Set<String> methods, PathPattern path, Audience audience) {}

    private static final List<Row> TABLE = List.of(
            // accounts
            row("POST", "/api/auth/users/", STRANGER),
            row("GET", "/api/auth/users/", ADMIN),
            row("GET PUT PATCH DELETE", "/api/auth/users/{id}/", SIGNED_IN),
            row("GET", "/api/auth/users/{id}/export/", SIGNED_IN),
            row("POST", "/api/auth/erasures/", STRANGER),
            row("POST", "/api/auth/auth/", STRANGER),
            row("GET", "/api/auth/auth/", SIGNED_IN),
            row("DELETE", "/api/auth/auth/", ENROLLING),
            row("POST", "/api/auth/auth/totp/", STRANGER),
            row("POST", "/api/auth/totp/", STRANGER),
            row("GET", "/api/auth/totp/", ENROLLING),
            row("DELETE", "/api/auth/totp/", SIGNED_IN),
            row("POST", "/api/auth/totp/enrol/", ENROLLING),
            row("POST", "/api/auth/totp/confirm/", ENROLLING),
            row("POST", "/api/auth/step-up/", SIGNED_IN),
            row("POST", "/api/auth/token/refresh/", STRANGER),
            row("GET", "/api/auth/sessions/", SIGNED_IN),
            row("DELETE", "/api/auth/sessions/{id}/", SIGNED_IN),
            row("POST", "/api/auth/password/change/", SIGNED_IN),
            row("POST", "/api/auth/password/reset/", STRANGER),
            row("POST", "/api/auth/password/reset/confirm/", STRANGER),
            row("POST", "/api/auth/ws-ticket/", SIGNED_IN),
            row("GET POST", "/api/auth/addresses/", SIGNED_IN),
            row("GET PUT PATCH DELETE", "/api/auth/addresses/{id}/", SIGNED_IN),
            // catalogue and stock
            row("GET", "/api/products/import/{jobId}/", ADMIN),
            row("POST", "/api/products/import/", ADMIN),
            row("GET", "/api/products/suggestions/", ANYONE),
            row("GET", "/api/products/categories/", ANYONE),
            row("POST", "/api/products/categories/", ADMIN),
            row("GET", "/api/products/categories/{id}/", ANYONE),
            row(EDIT, "/api/products/categories/{id}/", ADMIN),
            row("GET", "/api/products/", ANYONE),
            row("POST", "/api/products/", ADMIN),
            row("GET", "/api/products/{id}/", ANYONE),
            row(EDIT, "/api/products/{id}/", ADMIN),
            row("POST", "/api/products/{id}/images/", ADMIN),
            row("DELETE", "/api/products/{id}/images/{imageId}/", ADMIN),
            row("POST", "/api/products/{id}/views/", ANYONE),
            row("GET", "/api/media/**", ANYONE),
            row("GET", "/api/inventory/", ADMIN),
            row("GET PATCH", "/api/inventory/{sku}/", ADMIN),
            row("GET POST", "/api/inventory/{sku}/adjustments/", ADMIN),
            // cart and orders
            row("GET DELETE", "/api/cart/", ANYONE),
            row("POST", "/api/cart/items/", ANYONE),
            row("PATCH DELETE", "/api/cart/items/{itemId}/", ANYONE),
            row("POST", "/api/cart/merge/", SIGNED_IN),
            row("GET", "/api/orders/shipping-methods/", ANYONE),
            row("GET", "/api/orders/", SIGNED_IN),
            row("POST", "/api/orders/", ANYONE),
            row("POST", "/api/orders/import/", ADMIN),
            row("GET PUT PATCH DELETE", "/api/orders/{id}/", TOKEN_HOLDER),
            row("GET", "/api/orders/{id}/stream/", TOKEN_HOLDER),
            row("GET", "/api/orders/{id}/invoice/", TOKEN_HOLDER),
            // payments
            row("GET POST", "/api/payments/payment-methods/", SIGNED_IN),
            row("GET PUT PATCH DELETE", "/api/payments/payment-methods/{id}/", SIGNED_IN),
            row("GET POST", "/api/payments/payments/", TOKEN_HOLDER),
            row("GET", "/api/payments/payments/{id}/", TOKEN_HOLDER),
            row(EDIT, "/api/payments/payments/{id}/", ADMIN),
            row("POST", "/api/payments/payments/{id}/settle/", ADMIN),
            row("POST", "/api/payments/payments/{id}/resolve/", ADMIN),
            row("GET", "/api/payments/refunds/", TOKEN_HOLDER),
            row("GET", "/api/payments/refunds/{id}/", TOKEN_HOLDER),
            row("POST", "/api/payments/refunds/", ADMIN),
            row(EDIT, "/api/payments/refunds/{id}/", ADMIN),
            row("POST", "/api/payments/refunds/{id}/settle/", ADMIN),
            row("POST", "/api/payments/webhook/", STRANGER),
            row("POST", "/api/payments/mpesa/initiate/", TOKEN_HOLDER),
            row("POST", "/api/payments/mpesa/callback/", STRANGER),
            row("POST", "/api/payments/stk/{token}/", STRANGER),
            row("POST", "/api/payments/results/{token}/", STRANGER),
            row("POST", "/api/payments/c2b/{token}/", STRANGER),
            row("POST", "/api/payments/timeouts/{token}/", STRANGER),
            row("GET", "/api/payments/callbacks/", ADMIN),
            row("POST", "/api/payments/callbacks/{id}/match/", ADMIN),
            row("GET", "/api/payments/mpesa/transactions/{id}/status/", TOKEN_HOLDER),
            row("GET", "/api/payments/mpesa/payment-methods/", ANYONE),
            row("GET", "/api/payments/reconciliation/", STAFF),
            // after the sale
            row("GET", "/api/shipments/", TOKEN_HOLDER),
            row("POST", "/api/shipments/", ADMIN),
            row("GET", "/api/shipments/track/{trackingNumber}/", ANYONE),
            row("GET", "/api/shipments/{id}/", TOKEN_HOLDER),
            row("PATCH", "/api/shipments/{id}/", ADMIN),
            row("POST", "/api/shipments/{id}/events/", ADMIN),
            row("GET", "/api/reviews/", ANYONE),
            row("POST", "/api/reviews/", SIGNED_IN),
            row("GET", "/api/reviews/{id}/", ANYONE),
            row(EDIT, "/api/reviews/{id}/", SIGNED_IN),
            row("GET POST DELETE", "/api/wishlist/**", SIGNED_IN),
            row("GET PATCH POST", "/api/notifications/**", SIGNED_IN),
            row("GET " + WRITE, "/api/webhook-endpoints/**", ADMIN),
            // figures, audit, operation
            row("GET", "/api/analytics/**", STAFF),
            row("POST", "/api/audit/verifications/", STAFF),
            row("GET", "/api/audit/**", STAFF),
            row("POST DELETE", "/api/audit/**", ADMIN),
            row("GET POST DELETE", "/api/ops/**", ADMIN),
            // live: the ticket in the address says who comes
            row("GET", "/ws/admin/dashboard/", STRANGER),
            row("GET", "/ws/notifications/", STRANGER),
            row("GET", "/api/openapi.json/**", ANYONE),
            row("GET", "/api/docs/**", ANYONE));

    /** The row for a call, if there is one. */
    Optional<Row> rowFor(String method, PathContainer path) {
        return TABLE.stream()
                .filter(row -> row.methods().contains(method) && row.path().matches(path))
                .findFirst();
    }

    /** The methods that some row allows on a path; none if the path is unknown. */
    Set<String> methodsOn(PathContainer path) {
        Set<String> methods = new LinkedHashSet<>();
        TABLE.stream().filter(row -> row.path().matches(path)).forEach(row -> methods.addAll(row.methods()));
        return methods;
    }

    static List<Row> table() {
        return TABLE;
    }

    private static Row row(String methods, String path, Audience audience) {
        Set<String> each = new LinkedHashSet<>(Arrays.asList(methods.split(" ", -1)));
        if (each.contains("GET")) {
            each.add("HEAD");
        }
        return new Row(each, PathPatternParser.defaultInstance.parse(path), audience);
    }
}
