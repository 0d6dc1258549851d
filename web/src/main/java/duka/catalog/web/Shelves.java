package duka.catalog.web;

import duka.catalog.api.OpeningStock;
import duka.catalog.api.Variant;
import duka.inventory.api.StockCommand.AdjustStock;
import duka.inventory.api.StockCommand.RetireStockItem;
import duka.inventory.api.StockItemId;
import duka.inventory.api.StockQuery.FindStock;
import duka.inventory.api.StockQuery.StockItems;
import duka.inventory.api.StockView;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Mint;
import duka.kernel.web.Queries;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** What an edit of a product means for the stock of its SKUs. */
@Component
class Shelves {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(15);

    private final Queries queries;
    private final Commands commands;
    private final Mint mint;

    Shelves(Queries queries, Commands commands, Mint mint) {
        this.queries = queries;
        this.commands = commands;
        this.mint = mint;
    }

    /**
     * The answer to an edit once the stock shows that it opened, which follows by itself: until then nothing of a new
     * product can be put into a cart. Past the wait the answer is one that is not visible yet.
     */
    <R> Answer<R> opened(Answer<R> answer, List<OpeningStock> opening) {
        if (!answer.visible() || opening.isEmpty()) {
            return answer;
        }
        List<Sku> skus = opening.stream().map(OpeningStock::sku).toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (stockOf(skus).stream().filter(stock -> !stock.retired()).count() == skus.size()) {
                return answer;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new Answer<>(answer.result(), false);
    }

    /**
     * Sets what is on hand of SKUs that are counted already.
     *
     * @throws Rejection {@code stock_below_zero}
     */
    void setPieces(Map<Sku, Integer> wanted, Set<Sku> counted) {
        List<Sku> named = wanted.keySet().stream().filter(counted::contains).toList();
        if (named.isEmpty()) {
            return;
        }
        for (StockView stock : stockOf(named)) {
            int delta = wanted.getOrDefault(stock.sku(), stock.level().onHand())
                    - stock.level().onHand();
            if (delta != 0) {
                commands.send(new AdjustStock(StockItemId.of(stock.sku()), mint.uuid(), delta, "Product edited"));
            }
        }
    }

    /** Ends the sale of these SKUs. @throws Rejection {@code variant_in_use} if an order holds some of one */
    void close(Collection<Sku> skus) {
        for (Sku sku : skus) {
            commands.send(new RetireStockItem(StockItemId.of(sku)));
        }
    }

    /** Ends the sale of what no order holds. @return the SKUs that orders hold */
    Set<Sku> closeWhatCanBe(List<Variant> variants) {
        Set<Sku> held = new HashSet<>();
        for (Variant variant : variants) {
            try {
                close(List.of(variant.sku()));
            } catch (Rejection inUse) {
                held.add(variant.sku());
            }
        }
        return held;
    }

    private List<StockView> stockOf(List<Sku> skus) {
        return queries.ask(new FindStock(skus), StockItems.class).results();
    }
}
