package duka.catalog.command;

import static duka.catalog.command.ProductFixtures.BLUE;
import static duka.catalog.command.ProductFixtures.PRODUCT;
import static duka.catalog.command.ProductFixtures.RED;
import static duka.catalog.command.ProductFixtures.add;
import static duka.catalog.command.ProductFixtures.archived;
import static duka.catalog.command.ProductFixtures.content;
import static duka.catalog.command.ProductFixtures.create;
import static duka.catalog.command.ProductFixtures.created;
import static duka.catalog.command.ProductFixtures.image;
import static duka.catalog.command.ProductFixtures.imageAdded;
import static duka.catalog.command.ProductFixtures.imageId;
import static duka.catalog.command.ProductFixtures.imageRemoved;
import static duka.catalog.command.ProductFixtures.kes;
import static duka.catalog.command.ProductFixtures.mug;
import static duka.catalog.command.ProductFixtures.remove;
import static duka.catalog.command.ProductFixtures.revise;
import static duka.catalog.command.ProductFixtures.revised;
import static duka.kernel.command.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.AddProductImage;
import duka.catalog.api.ProductCommand.ArchiveProduct;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductCommand.RemoveProductImage;
import duka.catalog.api.ProductCommand.ReviseProduct;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent.ProductRevised;
import duka.catalog.api.ProductImage;
import duka.catalog.api.Variant;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.command.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    @Nested
    class Illustrating {

        @Test
        void a_picture_is_shown_after_the_others() {
            given(created(), imageAdded(1, 2)).when(add(2)).expectEvents(imageAdded(2, 3));
        }

        @Test
        void adding_it_again_is_silent_also_after_it_was_taken_away() {
            assertSilent(given(created(), imageAdded(1, 2)).when(add(1)));
            assertSilent(given(created(), imageAdded(1, 2), imageRemoved(1, 3)).when(add(1)));
        }

        @Test
        void another_picture_cannot_take_its_id() {
            ProductImage other = new ProductImage(image(1).id(), "other.png", "", 1, 1);
            assertRefused(
                    given(created(), imageAdded(1, 2)).when(new AddProductImage(PRODUCT, other, null)), "id_taken");
        }

        @Test
        void there_is_an_end_to_pictures() {
            assertRefused(given(illustrated(12)).when(add(13)), "too_many_images");
            given(illustrated(11)).when(add(12)).expectEvents(imageAdded(12, 13));
        }

        @Test
        void one_that_is_taken_away_makes_room() {
            List<Object> past = new ArrayList<>(illustrated(12));
            past.add(imageRemoved(3, 14));
            given(past).when(add(13)).expectEvents(imageAdded(13, 15));
        }

        @Test
        void a_picture_is_taken_away_once() {
            given(created(), imageAdded(1, 2)).when(remove(1)).expectEvents(imageRemoved(1, 3));
            assertSilent(given(created(), imageAdded(1, 2), imageRemoved(1, 3)).when(remove(1)));
        }

        @Test
        void what_it_never_showed_cannot_be_taken_away() {
            assertRefused(given(created(), imageAdded(1, 2)).when(remove(2)), Rejection.NOT_FOUND);
        }

        @Test
        void what_is_archived_is_not_illustrated() {
            assertRefused(given(created(), archived(2)).when(add(1)), Rejection.NOT_FOUND);
            assertRefused(given(created(), imageAdded(1, 2), archived(3)).when(remove(1)), Rejection.NOT_FOUND);
        }

        @Test
        void what_somebody_else_edited_is_not_illustrated_unseen() {
            assertRefused(
                    given(created(), revised("Cup", 2)).when(new AddProductImage(PRODUCT, image(1), 1L)),
                    Rejection.VERSION_MISMATCH);
            assertRefused(
                    given(created(), imageAdded(1, 2)).when(new RemoveProductImage(PRODUCT, imageId(1), 1L)),
                    Rejection.VERSION_MISMATCH);
        }

        @Test
        void an_edit_leaves_the_pictures() {
            assertSilent(given(created(), imageAdded(1, 2), revised("Cup", 3)).when(add(1)));
        }

        private static List<Object> illustrated(int images) {
            List<Object> past = new ArrayList<>(List.of(created()));
            IntStream.rangeClosed(1, images).forEach(n -> past.add(imageAdded(n, n + 1)));
            return past;
        }
    }

    @Test
    void its_snapshot_survives() {
        given(created(), imageAdded(1, 2), imageAdded(2, 3), imageRemoved(1, 4))
                .when(revise(mug("Cup"), null))
                .expectState(Snapshots::assertSurvivesSnapshot);
    }

    @Test
    void a_snapshot_from_before_there_were_pictures_has_none() {
        given(created()).when(revise(mug("Cup"), null)).expectState(product -> {
            String old = Snapshots.written(product).replaceAll("\"(images|removedImages)\":\\[\\],", "");
            assertThat(old).doesNotContain("images");
            assertThat(Snapshots.read(old, Product.class))
                    .usingRecursiveComparison()
                    .isEqualTo(product);
        });
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

    private TestExecutor<Product> given(List<?> events) {
        return fixture.given(events);
    }

    private TestExecutor<Product> given(Object... events) {
        return fixture.given(events);
    }

    private static void assertSilent(ResultValidator<Product> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
