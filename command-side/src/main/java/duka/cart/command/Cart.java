package duka.cart.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.cart.api.CartCommand.AddCartItem;
import duka.cart.api.CartCommand.ChangeCartItemQuantity;
import duka.cart.api.CartCommand.CheckOutCart;
import duka.cart.api.CartCommand.ClearCart;
import duka.cart.api.CartCommand.GiveAwayCart;
import duka.cart.api.CartCommand.MergeCart;
import duka.cart.api.CartCommand.RemoveCartItem;
import duka.cart.api.CartEvent.CartCheckedOut;
import duka.cart.api.CartEvent.CartCleared;
import duka.cart.api.CartEvent.CartGivenAway;
import duka.cart.api.CartEvent.CartItemAdded;
import duka.cart.api.CartEvent.CartItemQuantityChanged;
import duka.cart.api.CartEvent.CartItemRemoved;
import duka.cart.api.CartEvent.CartMerged;
import duka.cart.api.CartId;
import duka.cart.api.CartItemId;
import duka.cart.api.CartView;
import duka.catalog.api.ProductId;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** What somebody means to buy. Its look at the stock is a courtesy to the customer; the order's reservation decides. */
@Aggregate(type = "cart.Cart", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
class Cart {

    private static final int MOST_PER_LINE = 999;
    private static final int ORDERS_REMEMBERED = 10;
    private static final int MERGED_REMEMBERED = 100;

    @AggregateIdentifier
    private CartId id;

    private Map<UUID, Line> lines = new LinkedHashMap<>();
    private List<OrderId> checkedOut = new ArrayList<>();
    private List<CartId> merged = new ArrayList<>();
    private boolean givenAway;
    private long version;

    @SuppressWarnings("NullAway.Init")
    Cart() {}

    private record Line(Sku sku, ProductId productId, int quantity, Money unitPrice) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AddCartItem command) {
        if (givenAway) {
            throw new Rejection("cart_given_away", "This cart has joined a customer's; begin a new one.");
        }
        CartItemId itemId = CartItemId.of(command.cartId(), command.sku());
        Line line = lines.get(itemId.value());
        refuseUnlessInRange(command.quantity());
        int quantity = command.quantity() + (line == null ? 0 : line.quantity());
        refuseUnlessInRange(quantity);
        refuseBeyond(command.available(), quantity);
        apply(new CartItemAdded(
                command.cartId(),
                command.customerId(),
                itemId,
                command.sku(),
                command.productId(),
                command.quantity(),
                quantity,
                command.unitPrice(),
                version + 1));
    }

    @EventSourcingHandler
    void evolve(CartItemAdded event) {
        id = event.cartId();
        lines.put(
                event.itemId().value(), new Line(event.sku(), event.productId(), event.quantity(), event.unitPrice()));
        version = event.version();
    }

    @CommandHandler
    void decide(ChangeCartItemQuantity command) {
        Line line = existing(command.itemId());
        refuseUnlessInRange(command.quantity());
        refuseBeyond(command.available(), command.quantity());
        if (line.quantity() != command.quantity() || !line.unitPrice().equals(command.unitPrice())) {
            apply(new CartItemQuantityChanged(
                    id,
                    command.itemId(),
                    line.sku(),
                    line.productId(),
                    command.quantity(),
                    command.unitPrice(),
                    version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(CartItemQuantityChanged event) {
        lines.put(
                event.itemId().value(), new Line(event.sku(), event.productId(), event.quantity(), event.unitPrice()));
        version = event.version();
    }

    @CommandHandler
    void decide(RemoveCartItem command) {
        Line line = existing(command.itemId());
        apply(new CartItemRemoved(id, command.itemId(), line.sku(), line.productId(), version + 1));
    }

    @EventSourcingHandler
    void evolve(CartItemRemoved event) {
        lines.remove(event.itemId().value());
        version = event.version();
    }

    /** Also of a cart that nobody used yet: there is nothing to clear. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ClearCart command) {
        if (!lines.isEmpty()) {
            apply(new CartCleared(id, version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(CartCleared event) {
        lines.clear();
        version = event.version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(MergeCart command) {
        if (merged.contains(command.from()) || command.from().equals(command.cartId())) {
            return;
        }
        List<CartView.Line> joined = command.lines().stream()
                .flatMap(line -> joined(command.cartId(), line).stream())
                .toList();
        if (!joined.isEmpty()) {
            apply(new CartMerged(command.cartId(), command.customerId(), command.from(), joined, version + 1));
        }
    }

    /** What a line comes to, if it grows at all: what is in the cart already stays, also when there is less in stock. */
    private Optional<CartView.Line> joined(CartId cart, MergeCart.Incoming incoming) {
        CartItemId itemId = CartItemId.of(cart, incoming.sku());
        Line line = lines.get(itemId.value());
        int before = line == null ? 0 : line.quantity();
        int quantity = Math.min(before + incoming.quantity(), Math.min(incoming.available(), MOST_PER_LINE));
        return quantity > before
                ? Optional.of(
                        new CartView.Line(itemId, incoming.sku(), incoming.productId(), quantity, incoming.unitPrice()))
                : Optional.empty();
    }

    @EventSourcingHandler
    void evolve(CartMerged event) {
        id = event.cartId();
        for (CartView.Line line : event.lines()) {
            lines.put(line.itemId().value(), new Line(line.sku(), line.productId(), line.quantity(), line.unitPrice()));
        }
        merged.add(event.from());
        if (merged.size() > MERGED_REMEMBERED) {
            merged.removeFirst();
        }
        version = event.version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(GiveAwayCart command) {
        if (version > 0 && !givenAway) {
            apply(new CartGivenAway(id, command.to(), version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(CartGivenAway event) {
        lines.clear();
        givenAway = true;
        version = event.version();
    }

    /**
     * An emptied cart remembers the order, too: else the order's second call would take what came in meanwhile. A cart
     * that nobody ever used has nothing to lose and stays unborn.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CheckOutCart command) {
        if (version > 0 && !checkedOut.contains(command.orderId())) {
            apply(new CartCheckedOut(id, command.orderId(), version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(CartCheckedOut event) {
        lines.clear();
        checkedOut.add(event.orderId());
        if (checkedOut.size() > ORDERS_REMEMBERED) {
            checkedOut.removeFirst();
        }
        version = event.version();
    }

    private Line existing(CartItemId itemId) {
        Line line = lines.get(itemId.value());
        if (line == null) {
            throw Rejection.notFound("cart item");
        }
        return line;
    }

    private static void refuseUnlessInRange(int quantity) {
        if (quantity < 1 || quantity > MOST_PER_LINE) {
            throw new Rejection(
                    "quantity_out_of_range",
                    "A line holds 1 to " + MOST_PER_LINE + " pieces.",
                    Map.of("min", 1, "max", MOST_PER_LINE));
        }
    }

    private static void refuseBeyond(int available, int quantity) {
        if (quantity > available) {
            throw new Rejection(
                    "insufficient_stock",
                    "There are not so many pieces in stock.",
                    Map.of("available", Math.max(0, available)));
        }
    }
}
