package duka.ordering.web;

import duka.cart.api.CartCommand.CheckOutCart;
import duka.cart.api.CartQuery.PriceCart;
import duka.cart.api.PricedCart;
import duka.checkout.api.SaleView;
import duka.identity.api.PersonKeys;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.api.Claims;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Queries;
import duka.ordering.api.OrderCommand.PlaceOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderNumber;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes an order of a cart. One version of a cart becomes one order: of two that race for it the second finds an empty
 * cart. Run again for the same order it lands on the same order.
 */
@Component
class OrderPlacement {

    private static final String CART = "cart.checkout";

    private final Queries queries;
    private final Commands commands;
    private final Claims claims;
    private final OrderReader orders;
    private final OrderTerms terms;
    private final PersonKeys keys;
    private final OrderNumbers numbers;

    OrderPlacement(
            Queries queries,
            Commands commands,
            Claims claims,
            OrderReader orders,
            OrderTerms terms,
            PersonKeys keys,
            OrderNumbers numbers) {
        this.queries = queries;
        this.commands = commands;
        this.claims = claims;
        this.orders = orders;
        this.terms = terms;
        this.keys = keys;
        this.numbers = numbers;
    }

    record Placed(OrderNumber number, Answer<Object> answer) {}

    Placed place(OrderId id, Buyer buyer, PlaceOrderRequest request) {
        OrderTerms.Chosen chosen = terms.read(request, buyer);
        Optional<SaleView> placedBefore = orders.find(id);
        if (placedBefore.isPresent()) {
            return new Placed(placedBefore.get().order().content().number(), new Answer<>(null, true));
        }
        PricedCart cart = queries.ask(new PriceCart(buyer.cart()), PricedCart.class);
        terms.judge(cart, chosen);
        String cartVersion = cart.cart().id() + "@" + cart.cart().version();
        if (!claims.claim(CART, cartVersion, id.value())) {
            throw OrderTerms.cartEmpty();
        }
        try {
            OrderNumber number = numbers.of(id);
            if (buyer.account() == null) {
                keys.createFor(buyer.person());
            }
            OrderContent content = terms.agreed(number, buyer, cart, chosen);
            Answer<Object> placed = commands.send(new PlaceOrder(id, content));
            Answer<Object> emptied = commands.send(new CheckOutCart(content.cartId(), id));
            return new Placed(number, new Answer<>(null, placed.visible() && emptied.visible()));
        } catch (Rejection refused) {
            claims.release(CART, cartVersion, id.value());
            throw refused;
        }
    }
}
