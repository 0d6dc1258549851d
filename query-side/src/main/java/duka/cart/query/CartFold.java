package duka.cart.query;

import duka.cart.api.CartEvent;
import duka.cart.api.CartEvent.CartCheckedOut;
import duka.cart.api.CartEvent.CartCleared;
import duka.cart.api.CartEvent.CartGivenAway;
import duka.cart.api.CartEvent.CartItemAdded;
import duka.cart.api.CartEvent.CartItemQuantityChanged;
import duka.cart.api.CartEvent.CartItemRemoved;
import duka.cart.api.CartEvent.CartMerged;
import duka.cart.api.CartItemId;
import duka.cart.api.CartView;
import duka.cart.api.CartView.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cart's events make of it. */
final class CartFold {

    private CartFold() {}

    /** @param before {@code null} before the first event: a cart needs no beginning */
    static CartView apply(@Nullable CartView before, CartEvent event) {
        CartView cart = before == null ? CartView.empty(event.cartId()) : before;
        return switch (event) {
            case CartItemAdded added ->
                new CartView(
                        cart.id(),
                        added.customerId() == null ? cart.customerId() : added.customerId(),
                        with(
                                cart.lines(),
                                new Line(
                                        added.itemId(),
                                        added.sku(),
                                        added.productId(),
                                        added.quantity(),
                                        added.unitPrice())),
                        added.version());
            case CartItemQuantityChanged changed ->
                withLines(
                        cart,
                        with(
                                cart.lines(),
                                new Line(
                                        changed.itemId(),
                                        changed.sku(),
                                        changed.productId(),
                                        changed.quantity(),
                                        changed.unitPrice())),
                        changed.version());
            case CartItemRemoved removed -> withLines(cart, without(cart.lines(), removed.itemId()), removed.version());
            case CartMerged merged ->
                new CartView(cart.id(), merged.customerId(), joined(cart.lines(), merged.lines()), merged.version());
            case CartGivenAway given -> withLines(cart, List.of(), given.version());
            case CartCleared cleared -> withLines(cart, List.of(), cleared.version());
            case CartCheckedOut checkedOut -> withLines(cart, List.of(), checkedOut.version());
        };
    }

    private static CartView withLines(CartView cart, List<Line> lines, long version) {
        return new CartView(cart.id(), cart.customerId(), lines, version);
    }

    /** The line in its old place, or at the end if it is new. */
    private static List<Line> with(List<Line> lines, Line line) {
        List<Line> changed = new ArrayList<>(lines);
        for (int at = 0; at < changed.size(); at++) {
            if (changed.get(at).itemId().equals(line.itemId())) {
                changed.set(at, line);
                return List.copyOf(changed);
            }
        }
        changed.add(line);
        return List.copyOf(changed);
    }

    private static List<Line> joined(List<Line> lines, List<Line> news) {
        List<Line> result = lines;
        for (Line line : news) {
            result = with(result, line);
        }
        return result;
    }

    private static List<Line> without(List<Line> lines, CartItemId item) {
        return lines.stream().filter(line -> !line.itemId().equals(item)).toList();
    }
}
