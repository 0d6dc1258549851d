package duka.cart.web;

import duka.cart.api.CartCommand;
import duka.cart.api.CartCommand.ChangeCartItemQuantity;
import duka.cart.api.CartCommand.ClearCart;
import duka.cart.api.CartCommand.GiveAwayCart;
import duka.cart.api.CartCommand.MergeCart;
import duka.cart.api.CartCommand.RemoveCartItem;
import duka.cart.api.CartId;
import duka.cart.api.CartItemId;
import duka.cart.api.CartQuery.PriceCart;
import duka.cart.api.CartView;
import duka.cart.api.PricedCart;
import duka.cart.api.PricedCart.PricedLine;
import duka.kernel.Rejection;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.kernel.web.ShopMoney;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A customer's one cart, or the one that a guest shows the token of. Whoever names nobody sees an empty one. */
@RestController
@RequestMapping("/api/cart")
@Tag(name = "Cart")
class CartController {

    private static final String BASE = "/api/cart/";

    private final Queries queries;
    private final Commands commands;
    private final CartItems items;
    private final CartOwners owners;
    private final ShopMoney money;

    CartController(Queries queries, Commands commands, CartItems items, CartOwners owners, ShopMoney money) {
        this.queries = queries;
        this.commands = commands;
        this.items = items;
        this.owners = owners;
        this.money = money;
    }

    record MergeRequest(@NotBlank String cartToken) {}

    @GetMapping("/")
    @Operation(summary = "The caller's cart at today's prices; a guest's by X-Cart-Token")
    ResponseEntity<CartResponse> mine() {
        return owners.known().map(this::show).orElseGet(this::empty);
    }

    @PostMapping("/items/")
    @Operation(summary = "Put something into the cart, or more of it; a guest's first answers with an X-Cart-Token")
    @Answers(CartResponse.class)
    ResponseEntity<?> add(Body<AddItemRequest> body) {
        CartOwner owner = owners.knownOrNew();
        AddItemRequest request = body.read();
        try {
            return added(owner, request);
        } catch (Rejection refused) {
            if (refused.code().equals("cart_given_away")) {
                return added(owners.fresh(), request);
            }
            throw refused;
        }
    }

    private ResponseEntity<?> added(CartOwner owner, AddItemRequest request) {
        Answer<Object> answer = commands.send(items.added(owner.cart(), owner.account(), request));
        return owners.told(owner, Reply.created(answer, BASE, Pending.of(owner.cart()), () -> show(owner)));
    }

    @PatchMapping("/items/{itemId}/")
    @Operation(summary = "Change how many of a line are wanted")
    @Answers(CartResponse.class)
    ResponseEntity<?> change(@PathVariable CartItemId itemId, Body<QuantityRequest> body) {
        CartOwner owner = owners.known().orElseThrow(CartController::noSuchItem);
        PricedLine line = priced(owner.cart()).lines().stream()
                .filter(one -> one.line().itemId().equals(itemId))
                .findFirst()
                .orElseThrow(CartController::noSuchItem);
        return changed(
                owner,
                new ChangeCartItemQuantity(
                        owner.cart(), itemId, body.read().quantity(), line.unitPrice(), line.available()));
    }

    @DeleteMapping("/items/{itemId}/")
    @Operation(summary = "Take a line out of the cart")
    @Answers(CartResponse.class)
    ResponseEntity<?> remove(@PathVariable CartItemId itemId) {
        CartOwner owner = owners.known().orElseThrow(CartController::noSuchItem);
        return changed(owner, new RemoveCartItem(owner.cart(), itemId));
    }

    @DeleteMapping("/")
    @Operation(summary = "Empty the cart")
    @Answers(CartResponse.class)
    ResponseEntity<?> clear() {
        Optional<CartOwner> owner = owners.known();
        return owner.isPresent()
                ? changed(owner.get(), new ClearCart(owner.get().cart()))
                : empty();
    }

    /** What was in the guest's cart is in the customer's before it is taken out: a crash in between doubles nothing. */
    @PostMapping("/merge/")
    @Operation(summary = "Let the lines of a guest's cart join the caller's")
    @Answers(value = CartResponse.class, creates = false)
    ResponseEntity<?> merge(Body<MergeRequest> body) {
        CartOwner owner = owners.known().orElseThrow(HttpRefusal::unauthenticated);
        CartId from = owners.named(body.read().cartToken()).orElseThrow(() -> Rejection.notFound("cart"));
        MergeCart merge = items.merged(owner, priced(from));
        Answer<Object> joined = commands.send(merge);
        Answer<Object> left = commands.send(new GiveAwayCart(from, owner.cart()));
        return Reply.ok(
                new Answer<>(null, joined.visible() && left.visible()),
                BASE,
                Pending.of(owner.cart()),
                () -> show(owner));
    }

    private ResponseEntity<?> changed(CartOwner owner, CartCommand command) {
        return Reply.ok(commands.send(command), BASE, Pending.of(owner.cart()), () -> show(owner));
    }

    private PricedCart priced(CartId id) {
        return queries.ask(new PriceCart(id), PricedCart.class);
    }

    private ResponseEntity<CartResponse> show(CartOwner owner) {
        return shown(priced(owner.cart()));
    }

    private ResponseEntity<CartResponse> empty() {
        return shown(new PricedCart(CartView.empty(owners.unused()), List.of()));
    }

    private ResponseEntity<CartResponse> shown(PricedCart cart) {
        CartResponse response = CartResponse.of(cart, money.currency());
        return Etags.ok(cart.cart().version(), Etags.representation(response), response);
    }

    private static Rejection noSuchItem() {
        return Rejection.notFound("cart item");
    }
}
