package duka.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;

import duka.catalog.query.Catalogue;
import duka.checkout.query.Sale;
import duka.review.query.Opinions;
import duka.wishlist.query.Wishing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables follow from the events alone: not from how they were batched, nor from which of them came side by side. */
class ReplayTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void however_the_events_come_the_tables_are_the_same(int seed) {
        List<Told> history = new Year(seed).history();
        Shop shop = ReadSide.empty().hear(history, 1);
        assertThat(shop.failed()).isEmpty();
        Map<String, List<String>> once = shop.dump();
        assertThat(once).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        assertThat(ReadSide.empty().hear(history, 128).dump()).isEqualTo(once);
        assertThat(ReadSide.empty().hear(laneByLane(history, 4), 7).dump()).isEqualTo(once);
        List<Told> backwards = laneByLane(history, 16);
        assertThat(ReadSide.empty().hear(backwards, 128).dump()).isEqualTo(once);
    }

    @Test
    void an_event_without_a_past_fails_alone() {
        Story story = new Story();
        new Sale(story, "A1").place("Mug", 1, 500);
        new Sale(story, "B1").cancel(false);
        new Sale(story, "C1").place("Mug", 2, 500);
        new Sale(story, "D1").fail();
        new Sale(story, "E1").carrier("G4S", "T");
        new Opinions(story).hideUnseen("Mug", "Nobody");
        new Catalogue(story).retire("Mug", Catalogue.sku("Mug")).archive("Mug");
        Shop shop = ReadSide.empty().hear(story);
        assertThat(shop.failed()).hasSize(6);
        assertThat(shop.database().queryForObject("SELECT count(*) FROM read.sale", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void a_sign_that_no_column_takes_stops_nobody() {
        Story story = new Story();
        new Sale(story, "A1").place("Mug", 1, 500).parcel("Mug", 1).carrier("G\0 \\u0000S", "T\0");
        Catalogue catalogue = new Catalogue(story).shelf("Ho\0me", null).offer("M\0ug", 100, null, 5);
        catalogue.adjust("M\0ug", Catalogue.sku("M\0ug"), 1, "fo\0und");
        Shop shop = ReadSide.empty().hear(story);
        assertThat(shop.failed()).isEmpty();
        assertThat(shop.database().queryForList("SELECT name FROM read.product", String.class))
                .containsExactly("Mug");
        assertThat(shop.database().queryForObject("SELECT view->>'carrier' FROM read.shipment", String.class))
                .isEqualTo("G \\u0000S");
    }

    /** One lane after the other, the last first: as far out of order as side by side can be. */
    private static List<Told> laneByLane(List<Told> history, int lanes) {
        List<List<Told>> sorted = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            sorted.add(new ArrayList<>());
        }
        for (Told told : history) {
            sorted.get(Math.floorMod(told.event().sequencedBy().hashCode(), lanes))
                    .add(told);
        }
        Collections.reverse(sorted);
        return sorted.stream().flatMap(List::stream).toList();
    }

    /** A shop's history by chance, the same for the same seed. */
    private static final class Year {

        private final Random dice;
        private final Story story = new Story();
        private final Catalogue catalogue = new Catalogue(story);
        private final Opinions reviews = new Opinions(story);
        private final Wishing wishes = new Wishing(story);

        Year(int seed) {
            this.dice = new Random(seed);
        }

        List<Told> history() {
            for (int n = 0; n < 6; n++) {
                catalogue.shelf("Shelf " + n, n < 2 ? null : "Shelf " + dice.nextInt(n));
            }
            for (int n = 0; n < 25; n++) {
                catalogue.offer("Thing " + n, 100 + dice.nextInt(900), "Shelf " + dice.nextInt(6), 40);
            }
            for (int n = 0; n < 60; n++) {
                change("Thing " + dice.nextInt(25));
                sell(n, "Thing " + dice.nextInt(25));
            }
            for (int n = 0; n < 5; n++) {
                handOver("Thing " + n, "Heir " + n);
            }
            catalogue.shelf("Shelf 0", "Renamed", "renamed", null).shelfGone("Shelf 5");
            for (int n = 0; n < 80; n++) {
                opine("Thing " + dice.nextInt(5), "Reader " + dice.nextInt(6));
                wish("Thing " + dice.nextInt(5), "Reader " + dice.nextInt(3));
            }
            story.tell("cart", Carts.added("cart", 2)).tell("cart", Carts.cleared("cart"));
            story.tell("guest", Carts.added("guest", 1)).tell("guest", Carts.givenAway("guest", "cart"));
            return story.told();
        }

        private void change(String thing) {
            var sku = Catalogue.sku(thing);
            switch (dice.nextInt(4)) {
                case 0 -> catalogue.say(thing, Catalogue.content(thing, dice.nextInt(900), "Shelf 1"));
                case 1 -> catalogue.adjust(thing, sku, dice.nextInt(5), "counted");
                case 2 -> catalogue.threshold(thing, sku, dice.nextInt(9));
                default -> catalogue.say(thing, Catalogue.content(thing, "Off", 100, null, dice.nextBoolean(), sku));
            }
        }

        private void sell(int n, String thing) {
            Sale sale = new Sale(story, "ABC".charAt(n % 3) + "" + n).place(thing, 2, 100);
            switch (dice.nextInt(4)) {
                case 0 -> sale.reject(Catalogue.sku(thing));
                case 1 -> sale.await(200).prompt(200).fail().prompt(200).fail().cancel(false);
                case 2 -> {
                    sale.await(200).prompt(200).report(200).settle(200);
                    catalogue.sell(thing, Catalogue.sku(thing), sale.order, 2);
                    sale.parcel(thing, 2).carrier("G4S", "T" + n).dispatch();
                }
                default -> {
                    sale.await(200).begin(200).pushRefused().prompt(200).settle(200);
                    catalogue.sell(thing, Catalogue.sku(thing), sale.order, 2);
                    catalogue.takeBack(thing, Catalogue.sku(thing), sale.order, 2);
                    sale.cancel(true).refund("cancelled", 200);
                }
            }
        }

        private void opine(String thing, String reader) {
            switch (dice.nextInt(5)) {
                case 0 -> reviews.hide(thing, reader);
                case 1 -> reviews.show(thing, reader);
                case 2 -> reviews.remove(thing, reader);
                default -> reviews.say(thing, reader, 1 + dice.nextInt(5), "Said " + story.size());
            }
        }

        private void wish(String thing, String reader) {
            if (dice.nextInt(3) == 0) {
                wishes.remove(reader, thing);
            } else {
                wishes.add(reader, thing);
            }
        }

        /** SKU and slug go from one product to another. */
        private void handOver(String thing, String heir) {
            var sku = Catalogue.sku(thing);
            catalogue.archive(thing).retire(thing, sku);
            catalogue.say(heir, Catalogue.content(thing, 100, null)).open(heir, sku, 9);
            catalogue.adjust(heir, sku, 3, "counted");
        }
    }
}
