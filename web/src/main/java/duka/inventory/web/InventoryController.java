package duka.inventory.web;

import duka.inventory.api.StockCommand.AdjustStock;
import duka.inventory.api.StockCommand.SetLowStockThreshold;
import duka.inventory.api.StockItemId;
import duka.inventory.api.StockQuery.Adjustment;
import duka.inventory.api.StockQuery.Adjustments;
import duka.inventory.api.StockQuery.FindStock;
import duka.inventory.api.StockQuery.ListAdjustments;
import duka.inventory.api.StockQuery.ListStock;
import duka.inventory.api.StockQuery.StockItems;
import duka.inventory.api.StockView;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Mint;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shelves, for staff. */
@RestController
@RequestMapping("/api/inventory")
@Tag(name = "Inventory")
class InventoryController {

    private static final String BASE = "/api/inventory/";
    private static final PageRequest NEWEST = new PageRequest(1, 100);

    private final Queries queries;
    private final Commands commands;
    private final Mint mint;

    InventoryController(Queries queries, Commands commands, Mint mint) {
        this.queries = queries;
        this.commands = commands;
        this.mint = mint;
    }

    /** @param lowStockThreshold from how few pieces on somebody should order more */
    record ThresholdRequest(@NotNull @PositiveOrZero Integer lowStockThreshold) {}

    /** @param delta pieces that came (positive) or went */
    record AdjustmentRequest(
            @NotNull Integer delta,
            @NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/")
    @Operation(summary = "What is on hand of every SKU")
    PageOf<StockResponse> list(@ParameterObject PageRequest page) {
        StockItems found = queries.ask(new ListStock(page), StockItems.class);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(StockResponse::of).toList());
    }

    @GetMapping("/{sku}/")
    @Operation(summary = "What is on hand of one SKU")
    ResponseEntity<StockResponse> one(@PathVariable String sku) {
        StockView stock = existing(sku);
        return Etags.ok(stock.version(), stock.representation(), StockResponse.of(stock));
    }

    @PatchMapping("/{sku}/")
    @Operation(summary = "Say from how few pieces on stock is low")
    @Answers(StockResponse.class)
    ResponseEntity<?> change(@PathVariable String sku, Body<ThresholdRequest> body, IfMatch ifMatch) {
        StockView stock = existing(sku);
        ThresholdRequest request = body.over(new ThresholdRequest(stock.lowStockThreshold()));
        ifMatch.check(stock.version());
        Answer<Object> answer = commands.send(
                new SetLowStockThreshold(StockItemId.of(stock.sku()), request.lowStockThreshold(), ifMatch.version()));
        return Reply.ok(answer, BASE + stock.sku() + "/", Pending.of(stock.sku()), () -> one(sku));
    }

    @GetMapping("/{sku}/adjustments/")
    @Operation(summary = "The corrections of one SKU, the newest first")
    PageOf<AdjustmentResponse> adjustments(@PathVariable String sku, @ParameterObject PageRequest page) {
        Adjustments found = queries.ask(new ListAdjustments(existing(sku).sku(), page), Adjustments.class);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(AdjustmentResponse::of).toList());
    }

    @PostMapping("/{sku}/adjustments/")
    @Operation(summary = "Correct what is on hand of one SKU")
    @Answers(AdjustmentResponse.class)
    ResponseEntity<?> adjust(@PathVariable String sku, Body<AdjustmentRequest> body) {
        StockView stock = existing(sku);
        AdjustmentRequest request = body.read();
        if (request.delta() == 0) {
            throw InvalidInput.field("delta", "delta_zero", "A correction changes something.");
        }
        UUID id = mint.uuid();
        Answer<Object> answer = commands.send(new AdjustStock(
                StockItemId.of(stock.sku()),
                id,
                request.delta(),
                request.reason().strip()));
        return Reply.created(answer, BASE + stock.sku() + "/adjustments/", Pending.of(id), () -> made(stock.sku(), id));
    }

    private ResponseEntity<?> made(Sku sku, UUID id) {
        Adjustment adjustment = queries.ask(new ListAdjustments(sku, NEWEST), Adjustments.class).results().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("adjustment"));
        return ResponseEntity.ok(AdjustmentResponse.of(adjustment));
    }

    private StockView existing(String written) {
        return Sku.parse(written)
                .flatMap(sku -> queries.ask(new FindStock(List.of(sku)), StockItems.class).results().stream()
                        .findFirst())
                .filter(stock -> !stock.retired())
                .orElseThrow(() -> Rejection.notFound("stock item"));
    }
}
