package duka.identity.web;

import duka.catalog.api.ProductId;
import duka.kernel.Rejection;
import duka.kernel.web.Body;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Mint;
import duka.kernel.web.MoneyJson;
import duka.kernel.web.Ordering;
import duka.kernel.web.PageOf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stands where the shop's controllers stand, so that the edge has something in front of which to be. */
@RestController
public class Probes {

    public final AtomicInteger runs = new AtomicInteger();
    public final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
    public final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    private final Mint mint;

    Probes(Mint mint) {
        this.mint = mint;
    }

    record Item(String sku, int quantity) {}

    record Order(
            @NotBlank String fullName,
            @Max(999) @Nullable Integer quantity,
            @Nullable Boolean gift,
            @Nullable List<Item> items,
            @Nullable Map<String, String> attributes,
            @Nullable Object anything,
            @Nullable MoneyJson price) {}

    record Placed(String id, String second, Instant placedAt, Order order) {}

    @PostMapping("/api/orders/")
    ResponseEntity<Placed> place(@Valid @RequestBody Order order, HttpServletRequest request) throws Exception {
        runs.incrementAndGet();
        gate.get().await();
        RuntimeException broken = failure.getAndSet(null);
        String id = mint.uuid().toString();
        if (broken != null) {
            throw broken;
        }
        return ResponseEntity.status(201)
                .header("Location", "/api/orders/" + id + "/")
                .body(new Placed(id, mint.uuid().toString(), Instant.parse("2026-11-23T06:00:00.5Z"), order));
    }

    @GetMapping("/api/products/{id}/")
    ResponseEntity<Map<String, Object>> product(@PathVariable ProductId id) {
        return Etags.ok(7, 3, Map.of("id", id, "name", "Sufuria"));
    }

    @GetMapping("/api/products/")
    PageOf<String> products(duka.kernel.api.PageRequest page, @RequestParam @Nullable String ordering) {
        return PageOf.of(page, 250, List.of(String.valueOf(Ordering.of(ordering, "price", "name"))));
    }

    @PatchMapping("/api/orders/{id}/")
    Map<String, Object> change(@PathVariable String id, IfMatch ifMatch, Body<Order> body) {
        if (id.equals("strange")) {
            throw Rejection.notFound("order");
        }
        Order changed = body.over(new Order("Wanjiku", 1, true, List.of(), Map.of(), null, null));
        ifMatch.check(4);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("full_name", changed.fullName());
        shown.put("gift", changed.gift());
        shown.put("quantity", changed.quantity());
        return shown;
    }

    @GetMapping("/api/reviews/")
    void fail(@RequestParam String how) {
        throw switch (how) {
            case "rule" -> new Rejection("insufficient_stock", "Only 3 are left.", Map.of("available", 3));
            case "outage" ->
                new DataAccessResourceFailureException(
                        "could not reach db.internal", new SQLException("Connection refused", "08001"));
            default -> new IllegalStateException("select secret from vault failed in duka.Vault");
        };
    }
}
