package duka.cart.command;

import duka.cart.api.CartCommand.AddCartItem;
import duka.cart.api.CartCommand.ChangeCartItemQuantity;
import duka.cart.api.CartEvent.CartCheckedOut;
import duka.cart.api.CartEvent.CartItemAdded;
import duka.cart.api.CartId;
import duka.cart.api.CartItemId;
import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import java.util.UUID;

/** One customer's cart with mugs. */
final class CartFixtures {

    static final AccountId CUSTOMER = new AccountId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0001L));
    static final CartId CART = CartId.of(CUSTOMER);
    static final Sku MUG = new Sku("Mug-1");
    static final ProductId PRODUCT = new ProductId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0002L));
    static final CartItemId LINE = CartItemId.of(CART, MUG);
    static final Money PRICE = Money.ofMajor(350, CurrencyCode.KES);

    private CartFixtures() {}

    static OrderId order(int n) {
        return new OrderId(new UUID(0x0193_0000_0001_7000L, 0x8000_0000_0000_0000L + n));
    }

    static AddCartItem add(int quantity, int available) {
        return new AddCartItem(CART, CUSTOMER, MUG, PRODUCT, quantity, PRICE, available);
    }

    static ChangeCartItemQuantity change(int quantity, int available) {
        return new ChangeCartItemQuantity(CART, LINE, quantity, PRICE, available);
    }

    static CartItemAdded added(int added, int quantity, long version) {
        return new CartItemAdded(CART, CUSTOMER, LINE, MUG, PRODUCT, added, quantity, PRICE, version);
    }

    static CartCheckedOut checkedOut(int order, long version) {
        return new CartCheckedOut(CART, order(order), version);
    }
}
