package duka.ordering.web;

import duka.cart.api.PricedCart;
import duka.cart.api.PricedCart.PricedLine;
import duka.cart.api.PricedCart.Problem;
import duka.catalog.api.ProductView;
import duka.identity.account.AccountView;
import duka.identity.account.Accounts;
import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Phones;
import duka.kernel.web.ShopMoney;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.PaymentMethod;
import duka.ordering.api.ShippingAddress;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a customer and the shop agree on when an order is placed: goods, prices, way, tax. */
@Component
class OrderTerms {

    private final ShippingMethods methods;
    private final ShopMoney money;
    private final Accounts accounts;
    private final int vatRate;

    OrderTerms(ShippingMethods methods, ShopMoney money, Accounts accounts, @Value("${duka.vat-rate:16}") int vatRate) {
        this.methods = methods;
        this.money = money;
        this.accounts = accounts;
        this.vatRate = vatRate;
    }

    /** A request that was understood. */
    record Chosen(
            ShippingMethods.Method shipping,
            Money fee,
            PaymentMethod payment,
            ShippingAddress address,
            @Nullable Personal phone,
            @Nullable Personal email,
            @Nullable Personal notes,
            @Nullable Money expectedTotal) {}

    /** @throws InvalidInput for what no state of the shop could make right */
    Chosen read(PlaceOrderRequest request, Buyer buyer) {
        PersonId person = buyer.person();
        ShippingMethods.Method shipping = methods.byCode(request.shippingMethod())
                .orElseThrow(() -> InvalidInput.field(
                        "shipping_method", "shipping_method_unknown", "There is no such way to send it."));
        String phone = request.phone();
        return new Chosen(
                shipping,
                Money.ofMajor(shipping.fee(), money.currency()),
                payment(request.paymentMethod()),
                request.shippingAddress().toAddress(person),
                phone == null
                        ? null
                        : Personal.of(person, Phones.read(phone, "phone").e164()),
                sealed(person, email(request, buyer)),
                sealed(person, request.notes()),
                money.readNullable(request.expectedTotal(), "expected_total"));
    }

    /**
     * Whether the cart can be ordered at what the customer was told. A lower price than that never refuses. What is in
     * stock is decided after placing.
     *
     * @throws Rejection {@code cart_empty} or {@code product_unavailable}
     * @throws HttpRefusal {@code price_changed}, with the cart
     */
    void judge(PricedCart cart, Chosen chosen) {
        if (cart.lines().isEmpty()) {
            throw cartEmpty();
        }
        var gone = cart.skusWith(Problem.UNAVAILABLE);
        if (!gone.isEmpty()) {
            throw new Rejection(
                    "product_unavailable",
                    "Some of it is not for sale any more.",
                    Map.of("skus", gone.stream().map(Sku::code).toList()));
        }
        Money expected = chosen.expectedTotal();
        Money today = cart.subtotal(money.currency()).plus(chosen.fee());
        if (expected == null ? cart.hasRisen() : today.isMoreThan(expected)) {
            throw new HttpRefusal(
                    HttpStatus.CONFLICT,
                    "price_changed",
                    "It costs " + today + " today.",
                    Map.of("cart", CartJson.of(cart, money.currency())));
        }
    }

    OrderContent agreed(OrderNumber number, Buyer buyer, PricedCart cart, Chosen chosen) {
        Money subtotal = cart.subtotal(money.currency());
        Money total = subtotal.plus(chosen.fee());
        return new OrderContent(
                number,
                buyer.account(),
                buyer.person(),
                cart.cart().id(),
                cart.lines().stream().map(OrderTerms::line).toList(),
                subtotal,
                chosen.fee(),
                total.includedTax(vatRate),
                total,
                chosen.address(),
                chosen.shipping().code(),
                chosen.payment(),
                chosen.phone(),
                chosen.email(),
                chosen.notes(),
                null);
    }

    static Rejection cartEmpty() {
        return new Rejection("cart_empty", "There is nothing to order.");
    }

    private @Nullable String email(PlaceOrderRequest request, Buyer buyer) {
        String written = request.email();
        if (written != null && !written.isBlank()) {
            return written;
        }
        AccountId account = buyer.account();
        if (account == null) {
            throw InvalidInput.field("email", "required", "Say where a guest's order is written to.");
        }
        return accounts.find(account).map(AccountView::email).orElse(null);
    }

    private static OrderLine line(PricedLine priced) {
        ProductView product = priced.product();
        String image = product == null || product.images().isEmpty()
                ? null
                : product.images().getFirst().url();
        return new OrderLine(
                priced.line().sku(),
                priced.line().productId(),
                product == null ? priced.line().sku().code() : product.content().name(),
                image,
                priced.line().quantity(),
                priced.unitPrice(),
                priced.lineTotal());
    }

    private static PaymentMethod payment(String written) {
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> OrderResponse.lower(method).equals(written))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field(
                        "payment_method",
                        "payment_method_not_supported",
                        "This shop is paid by mpesa, cash_on_delivery or external."));
    }

    private static @Nullable Personal sealed(PersonId person, @Nullable String text) {
        return text == null || text.isBlank() ? null : Personal.of(person, text.strip());
    }
}
