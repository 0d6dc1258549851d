package duka.cart.command;

import static duka.cart.command.CartFixtures.CART;
import static duka.cart.command.CartFixtures.CUSTOMER;
import static duka.cart.command.CartFixtures.LINE;
import static duka.cart.command.CartFixtures.MUG;
import static duka.cart.command.CartFixtures.PRICE;
import static duka.cart.command.CartFixtures.PRODUCT;
import static duka.cart.command.CartFixtures.add;
import static duka.cart.command.CartFixtures.added;
import static duka.cart.command.CartFixtures.change;
import static duka.cart.command.CartFixtures.checkedOut;
import static duka.cart.command.CartFixtures.order;
import static duka.kernel.command.Refusals.assertRefused;

import duka.cart.api.CartCommand.AddCartItem;
import duka.cart.api.CartCommand.ChangeCartItemQuantity;
import duka.cart.api.CartCommand.CheckOutCart;
import duka.cart.api.CartCommand.ClearCart;
import duka.cart.api.CartCommand.GiveAwayCart;
import duka.cart.api.CartCommand.MergeCart;
import duka.cart.api.CartCommand.RemoveCartItem;
import duka.cart.api.CartEvent.CartCleared;
import duka.cart.api.CartEvent.CartGivenAway;
import duka.cart.api.CartEvent.CartItemAdded;
import duka.cart.api.CartEvent.CartItemQuantityChanged;
import duka.cart.api.CartEvent.CartItemRemoved;
import duka.cart.api.CartEvent.CartMerged;
import duka.cart.api.CartId;
import duka.cart.api.CartView;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.command.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartTest {

    private final FixtureConfiguration<Cart> fixture = new AggregateTestFixture<>(Cart.class);

    @Nested
    class Merging {

        private static final CartId GUESTS = new CartId(new UUID(1, 2));

        @Test
        void a_guests_lines_join_as_far_as_the_stock_goes() {
            given(added(2, 2, 1)).when(merge(5, 4)).expectEvents(merged(4, 2));
        }

        @Test
        void what_is_in_the_cart_already_stays_when_there_is_less_in_stock() {
            given(added(3, 3, 1)).when(merge(1, 2)).expectNoEvents();
        }

        @Test
        void a_customer_without_a_cart_gets_one() {
            fixture.givenNoPriorActivity().when(merge(2, 7)).expectEvents(merged(2, 1));
        }

        @Test
        void merging_twice_changes_nothing() {
            given(merged(2, 1)).when(merge(2, 7)).expectNoEvents();
        }

        @Test
        void a_cart_does_not_join_itself() {
            given(added(2, 2, 1))
                    .when(new MergeCart(CART, CUSTOMER, CART, List.of(incoming(2, 7))))
                    .expectNoEvents();
        }

        @Test
        void a_line_holds_no_more_than_it_may() {
            given(added(998, 998, 1)).when(merge(5, 5_000)).expectEvents(merged(999, 2));
        }

        @Test
        void a_cart_that_is_given_away_is_empty_for_good() {
            given(added(2, 2, 1))
                    .when(new GiveAwayCart(CART, GUESTS))
                    .expectEvents(givenAway())
                    .expectState(Snapshots::assertSurvivesSnapshot);
            assertRefused(given(added(2, 2, 1), givenAway()).when(add(1, 7)), "cart_given_away");
        }

        @Test
        void a_cart_is_given_away_once_and_not_before_it_was_used() {
            assertSilent(given(added(2, 2, 1), givenAway()).when(new GiveAwayCart(CART, GUESTS)));
            assertSilent(fixture.givenNoPriorActivity().when(new GiveAwayCart(CART, GUESTS)));
        }

        private CartGivenAway givenAway() {
            return new CartGivenAway(CART, GUESTS, 2);
        }

        private MergeCart merge(int quantity, int available) {
            return new MergeCart(CART, CUSTOMER, GUESTS, List.of(incoming(quantity, available)));
        }

        private MergeCart.Incoming incoming(int quantity, int available) {
            return new MergeCart.Incoming(MUG, PRODUCT, quantity, PRICE, available);
        }

        private CartMerged merged(int quantity, long version) {
            return new CartMerged(
                    CART, CUSTOMER, GUESTS, List.of(new CartView.Line(LINE, MUG, PRODUCT, quantity, PRICE)), version);
        }
    }

    @Nested
    class Adding {

        @Test
        void the_first_piece_begins_a_cart() {
            fixture.givenNoPriorActivity().when(add(2, 7)).expectEvents(added(2, 2, 1));
        }

        @Test
        void more_of_the_same_joins_its_line() {
            given(added(2, 2, 1)).when(add(3, 7)).expectEvents(added(3, 5, 2));
        }

        @Test
        void a_sku_is_the_same_however_it_is_spelt() {
            given(added(2, 2, 1))
                    .when(new AddCartItem(CART, null, new Sku("MUG-1"), PRODUCT, 3, PRICE, 7))
                    .expectEvents(new CartItemAdded(CART, null, LINE, new Sku("MUG-1"), PRODUCT, 3, 5, PRICE, 2));
        }

        @Test
        void all_that_is_in_stock_fits_in() {
            given(added(2, 2, 1)).when(add(5, 7)).expectEvents(added(5, 7, 2));
        }

        @Test
        void more_than_is_in_stock_is_refused() {
            assertRefused(given(added(2, 2, 1)).when(add(6, 7)), "insufficient_stock", Map.of("available", 7));
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 1_000, Integer.MAX_VALUE})
        void a_line_begins_with_one_to_999_pieces(int quantity) {
            assertRefused(
                    fixture.givenNoPriorActivity().when(add(quantity, Integer.MAX_VALUE)), "quantity_out_of_range");
        }

        @Test
        void a_line_grows_to_999_pieces() {
            given(added(998, 998, 1)).when(add(1, 5_000)).expectEvents(added(1, 999, 2));
        }

        @Test
        void a_line_does_not_grow_beyond_999_pieces() {
            assertRefused(given(added(998, 998, 1)).when(add(2, 5_000)), "quantity_out_of_range");
        }
    }

    @Nested
    class Changing {

        @ParameterizedTest
        @ValueSource(ints = {1, 7})
        void a_line_holds_what_its_owner_says(int quantity) {
            given(added(2, 2, 1)).when(change(quantity, 7)).expectEvents(changed(quantity, PRICE, 2));
        }

        @Test
        void saying_the_same_again_is_silent() {
            assertSilent(given(added(2, 2, 1)).when(change(2, 7)));
        }

        @Test
        void todays_price_is_remembered() {
            Money dearer = Money.ofMajor(400, CurrencyCode.KES);
            given(added(2, 2, 1))
                    .when(new ChangeCartItemQuantity(CART, LINE, 2, dearer, 7))
                    .expectEvents(changed(2, dearer, 2));
        }

        @Test
        void more_than_is_in_stock_is_refused() {
            assertRefused(given(added(2, 2, 1)).when(change(8, 7)), "insufficient_stock", Map.of("available", 7));
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 1_000})
        void a_line_holds_one_to_999_pieces(int quantity) {
            assertRefused(given(added(2, 2, 1)).when(change(quantity, 5_000)), "quantity_out_of_range");
        }

        @Test
        void a_line_that_is_not_there_cannot_change() {
            assertRefused(
                    given(added(2, 2, 1), new CartItemRemoved(CART, LINE, MUG, PRODUCT, 2))
                            .when(change(3, 7)),
                    Rejection.NOT_FOUND);
        }

        private static CartItemQuantityChanged changed(int quantity, Money price, long version) {
            return new CartItemQuantityChanged(CART, LINE, MUG, PRODUCT, quantity, price, version);
        }
    }

    @Nested
    class Emptying {

        @Test
        void a_line_is_taken_out() {
            given(added(2, 2, 1))
                    .when(new RemoveCartItem(CART, LINE))
                    .expectEvents(new CartItemRemoved(CART, LINE, MUG, PRODUCT, 2));
        }

        @Test
        void a_line_that_is_not_there_cannot_be_taken_out() {
            assertRefused(
                    given(added(2, 2, 1), new CartCleared(CART, 2)).when(new RemoveCartItem(CART, LINE)),
                    Rejection.NOT_FOUND);
        }

        @Test
        void all_lines_are_taken_out() {
            given(added(2, 2, 1)).when(new ClearCart(CART)).expectEvents(new CartCleared(CART, 2));
        }

        @Test
        void an_empty_cart_is_silently_empty() {
            assertSilent(given(added(2, 2, 1), new CartCleared(CART, 2)).when(new ClearCart(CART)));
        }

        @Test
        void a_cart_that_nobody_used_is_silently_empty() {
            assertSilent(fixture.givenNoPriorActivity().when(new ClearCart(CART)));
        }

        @Test
        void a_line_begins_anew_in_an_emptied_cart() {
            given(added(2, 2, 1), new CartCleared(CART, 2)).when(add(3, 7)).expectEvents(added(3, 3, 3));
        }
    }

    @Nested
    class Checking_out {

        @Test
        void an_order_takes_what_is_in_the_cart() {
            given(added(2, 2, 1)).when(new CheckOutCart(CART, order(1))).expectEvents(checkedOut(1, 2));
        }

        @Test
        void it_takes_once_whatever_came_in_since() {
            assertSilent(
                    given(added(2, 2, 1), checkedOut(1, 2), added(3, 3, 3)).when(new CheckOutCart(CART, order(1))));
        }

        @Test
        void a_line_begins_anew_after_an_order() {
            given(added(2, 2, 1), checkedOut(1, 2)).when(add(3, 7)).expectEvents(added(3, 3, 3));
        }

        @Test
        void an_emptied_cart_remembers_the_order() {
            given(added(2, 2, 1), new CartCleared(CART, 2))
                    .when(new CheckOutCart(CART, order(1)))
                    .expectEvents(checkedOut(1, 3));
        }

        @Test
        void a_cart_that_nobody_used_stays_unborn() {
            assertSilent(fixture.givenNoPriorActivity().when(new CheckOutCart(CART, order(1))));
        }

        @Test
        void the_last_ten_orders_are_remembered() {
            assertSilent(given(ordered(10)).when(new CheckOutCart(CART, order(1))));
        }

        @Test
        void an_order_before_the_last_ten_is_forgotten() {
            given(ordered(11)).when(new CheckOutCart(CART, order(1))).expectEvents(checkedOut(1, 13));
        }

        private static Object[] ordered(int orders) {
            List<Object> life = new ArrayList<>(List.of(added(2, 2, 1)));
            for (int order = 1; order <= orders; order++) {
                life.add(checkedOut(order, order + 1));
            }
            return life.toArray();
        }
    }

    @Test
    void its_snapshot_survives() {
        given(added(2, 2, 1), checkedOut(1, 2)).when(add(3, 7)).expectState(Snapshots::assertSurvivesSnapshot);
    }

    private TestExecutor<Cart> given(Object... events) {
        return fixture.given(events);
    }

    private static void assertSilent(ResultValidator<Cart> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
