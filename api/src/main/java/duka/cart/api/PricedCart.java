package duka.cart.api;

import duka.catalog.api.ProductView;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.Sku;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cart at today's prices and against today's stock: a courtesy, the order's reservation decides. */
public record PricedCart(CartView cart, List<PricedLine> lines) {

    /** What keeps a line from being ordered as it stands. */
    public enum Problem {
        /** It is not sold any more, or not at the moment. */
        UNAVAILABLE,
        INSUFFICIENT_STOCK,
        /** It costs more than when it was put in; a lower price is no problem. */
        PRICE_CHANGED
    }

    /**
     * @param product what it is of, or {@code null} if the catalogue does not know it
     * @param unitPrice today's, or the price that was shown if it has none today
     */
    public record PricedLine(
            CartView.Line line,
            @Nullable ProductView product,
            Money unitPrice,
            Money lineTotal,
            int available,
            @Nullable Problem problem) {

        private static PricedLine of(CartView.Line line, @Nullable ProductView product) {
            Optional<Money> today =
                    product == null || !product.content().active() ? Optional.empty() : product.priceOf(line.sku());
            int available = product == null || today.isEmpty() ? 0 : product.availableOf(line.sku());
            Money unitPrice = today.orElse(line.unitPrice());
            return new PricedLine(
                    line,
                    product,
                    unitPrice,
                    unitPrice.times(line.quantity()),
                    available,
                    problem(line, today.orElse(null), available));
        }

        private static @Nullable Problem problem(CartView.Line line, @Nullable Money today, int available) {
            if (today == null) {
                return Problem.UNAVAILABLE;
            }
            if (available < line.quantity()) {
                return Problem.INSUFFICIENT_STOCK;
            }
            return today.isMoreThan(line.unitPrice()) ? Problem.PRICE_CHANGED : null;
        }
    }

    /**
     * The cart's lines with what the catalogue says about them. What the shop took out of its catalogue for ever is gone
     * from the cart too.
     *
     * @param products those of the cart's lines, archived ones included
     */
    public static PricedCart of(CartView cart, List<ProductView> products) {
        List<PricedLine> lines = cart.lines().stream()
                .map(line -> PricedLine.of(line, of(line, products).orElse(null)))
                .filter(line -> line.product() == null || !line.product().archived())
                .toList();
        return new PricedCart(cart, lines);
    }

    public int itemCount() {
        return lines.stream().mapToInt(line -> line.line().quantity()).sum();
    }

    public Money subtotal(CurrencyCode currency) {
        return lines.stream().map(PricedLine::lineTotal).reduce(Money.zero(currency), Money::plus);
    }

    /** Whether anything costs more than when it was put in, whatever else is wrong with it. */
    public boolean hasRisen() {
        return lines.stream()
                .anyMatch(line -> line.unitPrice().isMoreThan(line.line().unitPrice()));
    }

    public List<Sku> skusWith(Problem problem) {
        return lines.stream()
                .filter(line -> line.problem() == problem)
                .map(line -> line.line().sku())
                .toList();
    }

    private static Optional<ProductView> of(CartView.Line line, List<ProductView> products) {
        Stream<ProductView> selling =
                products.stream().filter(product -> product.priceOf(line.sku()).isPresent() && !product.archived());
        Stream<ProductView> sameProduct =
                products.stream().filter(product -> product.id().equals(line.productId()));
        return Stream.concat(selling, sameProduct).findFirst();
    }
}
