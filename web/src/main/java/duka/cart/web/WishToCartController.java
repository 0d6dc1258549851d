package duka.cart.web;

import duka.cart.api.CartCommand.AddCartItem;
import duka.cart.api.CartId;
import duka.cart.api.CartQuery.PriceCart;
import duka.cart.api.PricedCart;
import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.kernel.web.RequestContext;
import duka.kernel.web.ShopMoney;
import duka.wishlist.api.WishlistCommand.RemoveWish;
import duka.wishlist.api.WishlistId;
import duka.wishlist.api.WishlistQuery.FindWish;
import duka.wishlist.api.WishlistQuery.Wishes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a wish to the cart. It stands with the cart, whose rules decide and which is the answer. */
@RestController
@Tag(name = "Wishlist")
class WishToCartController {

    private static final String CART = "/api/cart/";

    private final Queries queries;
    private final Commands commands;
    private final CartItems items;
    private final ShopMoney money;

    WishToCartController(Queries queries, Commands commands, CartItems items, ShopMoney money) {
        this.queries = queries;
        this.commands = commands;
        this.items = items;
        this.money = money;
    }

    /** @param sku which variant, of a product that has several */
    record MoveRequest(@Nullable String sku) {}

    @PostMapping("/api/wishlist/{productId}/move-to-cart/")
    @Operation(summary = "Take one piece of a wish to the cart; doing it again changes nothing")
    @Answers(value = CartResponse.class, creates = false)
    ResponseEntity<?> move(@PathVariable ProductId productId, Body<MoveRequest> body) {
        AccountId customer = RequestContext.caller().map(Caller::accountId).orElseThrow(HttpRefusal::unauthenticated);
        CartId cart = CartId.of(customer);
        if (queries.ask(new FindWish(customer, productId), Wishes.class).count() == 0) {
            return moved(cart, productId);
        }
        AddCartItem piece = piece(cart, customer, productId, body.readOr(new MoveRequest(null)));
        Answer<Object> added = commands.send(piece);
        Answer<Object> removed = commands.send(new RemoveWish(WishlistId.of(customer), productId));
        return Reply.ok(added.visible() ? removed : added, CART, Pending.of(cart), () -> shown(priced(cart)));
    }

    /** What lies in the cart and is wished for no more was moved before. */
    private ResponseEntity<CartResponse> moved(CartId cart, ProductId product) {
        PricedCart now = priced(cart);
        if (now.lines().stream().noneMatch(line -> line.line().productId().equals(product))) {
            throw Rejection.notFound("wish");
        }
        return shown(now);
    }

    private AddCartItem piece(CartId cart, AccountId customer, ProductId product, MoveRequest request) {
        AddCartItem piece = items.added(cart, customer, new AddItemRequest(request.sku(), product.toString(), 1));
        if (!piece.productId().equals(product)) {
            throw InvalidInput.field("sku", "unknown_value", "This product has no such variant.");
        }
        return piece;
    }

    private PricedCart priced(CartId id) {
        return queries.ask(new PriceCart(id), PricedCart.class);
    }

    private ResponseEntity<CartResponse> shown(PricedCart cart) {
        CartResponse response = CartResponse.of(cart, money.currency());
        return Etags.ok(cart.cart().version(), Etags.representation(response), response);
    }
}
