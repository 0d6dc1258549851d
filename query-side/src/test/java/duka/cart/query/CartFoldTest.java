package duka.cart.query;

import static duka.kernel.query.Carts.added;
import static duka.kernel.query.Carts.cart;
import static org.assertj.core.api.Assertions.assertThat;

import duka.cart.api.CartEvent;
import duka.cart.api.CartEvent.CartCheckedOut;
import duka.cart.api.CartEvent.CartItemQuantityChanged;
import duka.cart.api.CartEvent.CartItemRemoved;
import duka.cart.api.CartItemId;
import duka.cart.api.CartQuery.FindCart;
import duka.cart.api.CartView;
import duka.cart.api.CartView.Line;
import duka.catalog.query.Catalogue;
import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.kernel.query.ReadSide;
import duka.kernel.query.Shop;
import duka.kernel.query.Story;
import org.junit.jupiter.api.Test;

class CartFoldTest {

    private static final Sku MUG = Catalogue.sku("Mug");
    private static final Sku CUP = Catalogue.sku("Cup");

    @Test
    void a_line_keeps_its_place_when_more_comes_in() {
        CartView cart = fold(added("c", 1), cup(1), added("c", 3));
        assertThat(cart.lines()).extracting(Line::sku).containsExactly(MUG, CUP);
        assertThat(cart.lines()).extracting(Line::quantity).containsExactly(3, 1);
    }

    @Test
    void lines_change_and_go() {
        CartView changed = fold(
                added("c", 1),
                new CartItemQuantityChanged(
                        cart("c"), item(MUG), MUG, Catalogue.product("Mug"), 7, Story.shillings(450), 2));
        assertThat(changed.lines()).extracting(Line::quantity).containsExactly(7);
        assertThat(changed.lines().getFirst().unitPrice()).isEqualTo(Story.shillings(450));
        assertThat(changed.version()).isEqualTo(2);

        CartView removed = fold(
                added("c", 1), cup(1), new CartItemRemoved(cart("c"), item(MUG), MUG, Catalogue.product("Mug"), 3));
        assertThat(removed.lines()).extracting(Line::sku).containsExactly(CUP);
    }

    @Test
    void a_cart_that_was_checked_out_is_empty_and_still_its_owners() {
        AccountId owner = new AccountId(Story.id("owner"));
        CartView cart = fold(
                new CartEvent.CartItemAdded(
                        cart("c"), owner, item(MUG), MUG, Catalogue.product("Mug"), 1, 1, Story.shillings(1), 1),
                new CartCheckedOut(cart("c"), new OrderId(Story.id("order")), 2));
        assertThat(cart.lines()).isEmpty();
        assertThat(cart.customerId()).isEqualTo(owner);
        assertThat(cart.version()).isEqualTo(2);
    }

    @Test
    void a_cart_is_read_as_it_was_folded_and_one_that_nobody_used_is_empty() {
        Shop shop = ReadSide.empty().hear(new Story().tell("c", added("c", 1)).tell("c", cup(2)));
        assertThat(shop.ask(new FindCart(cart("c")), CartView.class)).isEqualTo(fold(added("c", 1), cup(2)));
        assertThat(shop.ask(new FindCart(cart("other")), CartView.class)).isEqualTo(CartView.empty(cart("other")));
    }

    private static CartEvent cup(int quantity) {
        return new CartEvent.CartItemAdded(
                cart("c"), null, item(CUP), CUP, Catalogue.product("Cup"), quantity, quantity, Story.shillings(300), 2);
    }

    private static CartItemId item(Sku sku) {
        return CartItemId.of(cart("c"), sku);
    }

    private static CartView fold(CartEvent... events) {
        CartView cart = null;
        for (CartEvent event : events) {
            cart = CartFold.apply(cart, event);
        }
        return cart;
    }
}
