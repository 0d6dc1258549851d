package duka.cart.api;

import static org.assertj.core.api.Assertions.assertThat;

import duka.cart.api.PricedCart.Problem;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductView;
import duka.catalog.api.Variant;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PricedCartTest {

    private static final Sku SKU = new Sku("LAMP");
    private static final ProductId LAMP = new ProductId(UUID.fromString("01900000-0000-7000-8000-000000000001"));
    private static final CartId CART = new CartId(UUID.fromString("01900000-0000-7000-8000-000000000002"));

    @Test
    void a_line_is_priced_as_of_today() {
        PricedCart cart = priced(lamp(1_400, 5, true, false));
        assertThat(cart.subtotal(CurrencyCode.KES)).isEqualTo(kes(2_800));
        assertThat(cart.itemCount()).isEqualTo(2);
        assertThat(cart.lines().getFirst().problem()).isNull();
        assertThat(cart.hasRisen()).isFalse();
    }

    @Test
    void a_line_says_what_is_wrong_with_it() {
        assertThat(problem(lamp(1_600, 5, true, false))).isEqualTo(Problem.PRICE_CHANGED);
        assertThat(problem(lamp(1_500, 1, true, false))).isEqualTo(Problem.INSUFFICIENT_STOCK);
        assertThat(problem(lamp(1_500, 5, false, false))).isEqualTo(Problem.UNAVAILABLE);
        assertThat(priced().lines().getFirst().problem()).isEqualTo(Problem.UNAVAILABLE);
        assertThat(priced(lamp(1_600, 1, true, false)).hasRisen()).isTrue();
    }

    @Test
    void what_the_shop_archived_is_gone_from_the_cart() {
        assertThat(priced(lamp(1_500, 5, true, true)).lines()).isEmpty();
    }

    private static Problem problem(ProductView product) {
        return priced(product).lines().getFirst().problem();
    }

    private static PricedCart priced(ProductView... products) {
        CartView.Line line = new CartView.Line(CartItemId.of(CART, SKU), SKU, LAMP, 2, kes(1_500));
        return PricedCart.of(new CartView(CART, null, List.of(line), 1), List.of(products));
    }

    private static ProductView lamp(long price, int available, boolean active, boolean archived) {
        ProductContent content = new ProductContent(
                "lamp",
                "Lamp",
                "",
                kes(price),
                null,
                null,
                Map.of(),
                List.of(new Variant(SKU, Map.of(), null)),
                active);
        return new ProductView(
                LAMP,
                content,
                null,
                List.of(),
                List.of(new ProductView.VariantStock(SKU, available, false)),
                null,
                0,
                archived,
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                1);
    }

    private static Money kes(long shillings) {
        return Money.ofMajor(shillings, CurrencyCode.KES);
    }
}
