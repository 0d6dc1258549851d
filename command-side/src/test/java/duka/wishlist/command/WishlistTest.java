package duka.wishlist.command;

import static duka.kernel.command.Refusals.assertRefused;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.command.Snapshots;
import duka.wishlist.api.WishlistCommand.AddWish;
import duka.wishlist.api.WishlistCommand.RemoveWish;
import duka.wishlist.api.WishlistEvent.WishAdded;
import duka.wishlist.api.WishlistEvent.WishRemoved;
import duka.wishlist.api.WishlistId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class WishlistTest {

    private static final AccountId CUSTOMER = new AccountId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final WishlistId LIST = WishlistId.of(CUSTOMER);
    private static final int MOST = 500;

    private final FixtureConfiguration<Wishlist> fixture = new AggregateTestFixture<>(Wishlist.class);

    @Test
    void the_first_wish_begins_a_list() {
        fixture.givenNoPriorActivity().when(add(1)).expectEvents(added(1, 1));
    }

    @Test
    void wishing_again_is_silent() {
        assertSilent(fixture.given(added(1, 1)).when(add(1)));
    }

    @Test
    void a_wish_is_taken_off() {
        fixture.given(added(1, 1)).when(remove(1)).expectEvents(removed(1, 2));
    }

    @Test
    void what_is_not_on_the_list_is_silently_off_it() {
        assertSilent(fixture.given(added(1, 1), removed(1, 2)).when(remove(1)));
        assertSilent(fixture.given(added(1, 1)).when(remove(2)));
    }

    @Test
    void a_list_that_nobody_used_stays_unborn() {
        assertSilent(fixture.givenNoPriorActivity().when(remove(1)));
    }

    @Test
    void a_wish_may_come_back() {
        fixture.given(added(1, 1), removed(1, 2)).when(add(1)).expectEvents(added(1, 3));
    }

    @Test
    void a_list_holds_500_wishes() {
        fixture.given(wishes(MOST - 1)).when(add(MOST)).expectEvents(added(MOST, MOST));
    }

    @Test
    void a_full_list_takes_no_more() {
        assertRefused(fixture.given(wishes(MOST)).when(add(MOST + 1)), "wishlist_full", Map.of("max", MOST));
    }

    @Test
    void what_is_on_a_full_list_is_on_it() {
        assertSilent(fixture.given(wishes(MOST)).when(add(1)));
    }

    @Test
    void its_snapshot_survives() {
        fixture.given(added(1, 1)).when(add(2)).expectState(Snapshots::assertSurvivesSnapshot);
    }

    private static Object[] wishes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> added(n, n)).toArray();
    }

    private static ProductId product(int n) {
        return new ProductId(new UUID(0x0193_0000_0001_7000L, 0x8000_0000_0000_0000L + n));
    }

    private static AddWish add(int product) {
        return new AddWish(LIST, CUSTOMER, product(product));
    }

    private static RemoveWish remove(int product) {
        return new RemoveWish(LIST, product(product));
    }

    private static WishAdded added(int product, long version) {
        return new WishAdded(LIST, CUSTOMER, product(product), version);
    }

    private static WishRemoved removed(int product, long version) {
        return new WishRemoved(LIST, CUSTOMER, product(product), version);
    }

    private static void assertSilent(ResultValidator<Wishlist> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
