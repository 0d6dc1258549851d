package duka.catalog.command;

import static duka.catalog.command.ProductFixtures.BLUE;
import static duka.catalog.command.ProductFixtures.PRODUCT;
import static duka.catalog.command.ProductFixtures.RED;
import static duka.catalog.command.ProductFixtures.archived;
import static duka.catalog.command.ProductFixtures.content;
import static duka.catalog.command.ProductFixtures.create;
import static duka.catalog.command.ProductFixtures.created;
import static duka.catalog.command.ProductFixtures.kes;
import static duka.catalog.command.ProductFixtures.mug;
import static duka.catalog.command.ProductFixtures.revise;
import static duka.catalog.command.ProductFixtures.revised;
import static duka.kernel.command.Refusals.assertRefused;

import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.ArchiveProduct;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductCommand.ReviseProduct;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent.ProductRevised;
import duka.catalog.api.Variant;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.command.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductTest {

    private final FixtureConfiguration<Product> fixture = new AggregateTestFixture<>(Product.class);

    @Nested
    class Creating {

        @Test
        void a_product_is_offered_as_it_was_described() {
            fixture.givenNoPriorActivity().when(create(mug())).expectEvents(created());
        }

        @Test
        void creating_it_again_is_silent() {
            assertSilent(given(created()).when(create(mug())));
        }

        @Test
        void creating_it_again_is_silent_whatever_became_of_it() {
            assertSilent(given(created(), revised("Cup", 2), archived(3)).when(create(mug())));
        }

        @Test
        void another_product_cannot_take_its_id() {
            assertRefused(given(created()).when(create(mug("Cup"))), "id_taken");
        }

        @Test
        void another_opening_stock_makes_another_product() {
            assertRefused(
                    given(created()).when(new CreateProduct(PRODUCT, mug(), List.of(new OpeningStock(RED.sku(), 8)))),
                    "id_taken");
        }

        @ParameterizedTest
        @MethodSource("duka.catalog.command.ProductTest#unsound")
        void what_cannot_be_sold_is_not_offered(ProductContent unsound, String code) {
            assertRefused(fixture.givenNoPriorActivity().when(create(unsound)), code);
        }

        @Test
        void a_shelf_does_not_open_with_fewer_than_nothing() {
            assertRefused(
                    fixture.givenNoPriorActivity()
                            .when(new CreateProduct(PRODUCT, mug(), List.of(new OpeningStock(RED.sku(), -1)))),
                    "stock_below_zero");
        }

        @Test
        void a_gift_may_cost_nothing() {
            fixture.givenNoPriorActivity()
                    .when(create(content("Mug", kes(0), null, List.of(RED))))
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Nested
    class Revising {

        @Test
        void the_new_description_replaces_the_old() {
            given(created()).when(revise(mug("Cup"), null)).expectEvents(revised("Cup", 2));
        }

        @Test
        void an_edit_of_what_the_caller_read_is_taken() {
            given(created(), revised("Cup", 2)).when(revise(mug("Beaker"), 2L)).expectEvents(revised("Beaker", 3));
        }

        @Test
        void an_edit_of_what_somebody_else_edited_is_refused() {
            assertRefused(
                    given(created(), revised("Cup", 2)).when(revise(mug("Beaker"), 1L)),
                    Rejection.VERSION_MISMATCH,
                    Map.of("version", 2L));
        }

        @Test
        void changing_nothing_is_silent() {
            assertSilent(given(created(), revised("Cup", 2)).when(revise(mug("Cup"), 2L)));
        }

        @Test
        void a_new_variant_brings_its_stock() {
            ProductContent more = content("Mug", kes(350), kes(500), List.of(RED, BLUE, variant("MUG-GREEN")));
            List<OpeningStock> stock = List.of(new OpeningStock(new Sku("MUG-GREEN"), 3));
            given(created())
                    .when(new ReviseProduct(PRODUCT, more, stock, null))
                    .expectEvents(new ProductRevised(PRODUCT, more, stock, 2));
        }

        @ParameterizedTest
        @MethodSource("duka.catalog.command.ProductTest#unsound")
        void what_cannot_be_sold_is_not_offered(ProductContent unsound, String code) {
            assertRefused(given(created()).when(revise(unsound, null)), code);
        }

        @Test
        void an_archived_product_is_gone() {
            assertRefused(given(created(), archived(2)).when(revise(mug("Cup"), null)), Rejection.NOT_FOUND);
        }
    }

    @Nested
    class Archiving {

        @Test
        void a_product_is_taken_out() {
            given(created()).when(new ArchiveProduct(PRODUCT, 1L)).expectEvents(archived(2));
        }

        @Test
        void it_is_taken_out_once() {
            assertSilent(given(created(), archived(2)).when(new ArchiveProduct(PRODUCT, 1L)));
        }

        @Test
        void what_somebody_else_edited_is_not_taken_out_unseen() {
            assertRefused(
                    given(created(), revised("Cup", 2)).when(new ArchiveProduct(PRODUCT, 1L)),
                    Rejection.VERSION_MISMATCH);
        }
    }

    @Test
    void its_snapshot_survives() {
        given(created()).when(revise(mug("Cup"), null)).expectState(Snapshots::assertSurvivesSnapshot);
    }

    static Stream<Object[]> unsound() {
        Variant gift = new Variant(new Sku("MUG-GIFT"), Map.of(), kes(-1));
        return Stream.of(
                new Object[] {content("Mug", kes(350), null, List.of()), "variant_missing"},
                new Object[] {content("Mug", kes(350), null, List.of(RED, variant("mug-red"))), "variant_duplicate"},
                new Object[] {content("Mug", kes(-1), null, List.of(RED)), "price_invalid"},
                new Object[] {content("Mug", kes(350), kes(-1), List.of(RED)), "price_invalid"},
                new Object[] {content("Mug", kes(350), null, List.of(RED, gift)), "price_invalid"});
    }

    private static Variant variant(String sku) {
        return new Variant(new Sku(sku), Map.of(), null);
    }

    private TestExecutor<Product> given(Object... events) {
        return fixture.given(events);
    }

    private static void assertSilent(ResultValidator<Product> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
