package duka.cart.web;

import duka.cart.api.CartCommand;
import duka.cart.api.CartCommand.ChangeCartItemQuantity;
import duka.cart.api.CartCommand.ClearCart;
import duka.cart.api.CartCommand.RemoveCartItem;
import duka.cart.api.CartId;
import duka.cart.api.CartItemId;
import duka.cart.api.CartQuery.PriceCart;
import duka.cart.api.CartView;
import duka.cart.api.PricedCart;
import duka.cart.api.PricedCart.PricedLine;
import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.Mint;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.kernel.web.RequestContext;
import duka.kernel.web.ShopMoney;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A customer's one cart. Whoever names nobody sees an empty one. */
@RestController
@RequestMapping("/api/cart")
@Tag(name = "Cart")
class CartController {

    private static final String BASE = "/api/cart/";

    private final Queries queries;
    private final Commands commands;
    private final CartItems items;
    private final ShopMoney money;
    private final Mint mint;

    CartController(Queries queries, Commands commands, CartItems items, ShopMoney money, Mint mint) {
        this.queries = queries;
        this.commands = commands;
        this.items = items;
        this.money = money;
        this.mint = mint;
    }

    @GetMapping("/")
    @Operation(summary = "The caller's cart at today's prices")
    ResponseEntity<CartResponse> mine() {
        return RequestContext.caller()
                .map(caller -> shown(priced(CartId.of(caller.accountId()))))
                .orElseGet(() -> shown(new PricedCart(CartView.empty(mint.id(CartId::new)), List.of())));
    }

    @PostMapping("/items/")
    @Operation(summary = "Put something into the cart, or more of it")
    @Answers(CartResponse.class)
    ResponseEntity<?> add(Body<AddItemRequest> body) {
        Caller caller = signedIn();
        CartId cart = CartId.of(caller.accountId());
        Answer<Object> answer = commands.send(items.added(cart, caller.accountId(), body.read()));
        return Reply.created(answer, BASE, Pending.of(cart), this::mine);
    }

    @PatchMapping("/items/{itemId}/")
    @Operation(summary = "Change how many of a line are wanted")
    @Answers(CartResponse.class)
    ResponseEntity<?> change(@PathVariable CartItemId itemId, Body<QuantityRequest> body) {
        PricedLine line = line(itemId);
        return changed(new ChangeCartItemQuantity(
                cartId(), itemId, body.read().quantity(), line.unitPrice(), line.available()));
    }

    @DeleteMapping("/items/{itemId}/")
    @Operation(summary = "Take a line out of the cart")
    @Answers(CartResponse.class)
    ResponseEntity<?> remove(@PathVariable CartItemId itemId) {
        return changed(new RemoveCartItem(cartId(), itemId));
    }

    @DeleteMapping("/")
    @Operation(summary = "Empty the cart")
    @Answers(CartResponse.class)
    ResponseEntity<?> clear() {
        return changed(new ClearCart(cartId()));
    }

    private ResponseEntity<?> changed(CartCommand command) {
        return Reply.ok(commands.send(command), BASE, Pending.of(command.cartId()), this::mine);
    }

    private PricedLine line(CartItemId itemId) {
        return priced(cartId()).lines().stream()
                .filter(line -> line.line().itemId().equals(itemId))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("cart item"));
    }

    private PricedCart priced(CartId id) {
        return queries.ask(new PriceCart(id), PricedCart.class);
    }

    private ResponseEntity<CartResponse> shown(PricedCart cart) {
        CartResponse response = CartResponse.of(cart, money.currency());
        return Etags.ok(cart.cart().version(), Etags.representation(response), response);
    }

    private static CartId cartId() {
        return CartId.of(signedIn().accountId());
    }

    private static Caller signedIn() {
        return RequestContext.caller().orElseThrow(HttpRefusal::unauthenticated);
    }
}
