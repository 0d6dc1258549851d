package duka.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.query.Sale;
import duka.identity.api.AccountId;
import duka.identity.api.PersonEvent.PersonErased;
import duka.kernel.PersonId;
import duka.review.query.Opinions;
import duka.wishlist.query.Wishing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartedTest {

    private final Story story = new Story();

    /** Also when all of it comes in one batch, as it does when the tables are filled anew. */
    @ParameterizedTest
    @ValueSource(ints = {1, 128})
    void the_rows_of_whoever_was_erased_are_gone_and_those_of_others_stay(int batch) {
        Sale gone = new Sale(story, "A1").place("Mug", 1, 500).await(500);
        gone.cancel(false);
        new Sale(story, "B1").place("Mug", 1, 500).await(500).cancel(false);
        Wishing wishes = new Wishing(story).add("Amina", "Mug").add("Brian", "Mug");
        new Opinions(story).say("Mug", "Amina", 5, "Holds tea.");
        erase(gone.customer);
        erase(Wishing.customer("Amina"));
        wishes.add("Brian", "Kettle");
        Shop shop = ReadSide.empty().hear(story.told(), batch);
        assertThat(shop.failed()).isEmpty();
        assertThat(rows(shop, "read.wish")).isEqualTo(2);
        assertThat(rows(shop, "read.notification")).isEqualTo(1);
        assertThat(rows(shop, "read.notified_order")).isEqualTo(1);
        assertThat(rows(shop, "read.sale")).isEqualTo(2);
        assertThat(rows(shop, "read.review")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 128})
    void what_is_shown_of_their_orders_counts_as_changed(int batch) {
        Sale gone = new Sale(story, "A1").place("Mug", 1, 500).await(500);
        int before = story.size();
        erase(gone.customer);
        Shop shop = ReadSide.empty().hear(story.told().subList(0, before), batch);
        long news = news(shop);
        shop.hear(story.since(before), batch);
        assertThat(news(shop)).isGreaterThan(news);
    }

    private void erase(AccountId account) {
        PersonId person = new PersonId(account.value());
        story.tell("erasure of " + account, new PersonErased(person, account, null));
    }

    private static long news(Shop shop) {
        return shop.database().queryForObject("SELECT sum(order_news + payment_news) FROM read.sale", Long.class);
    }

    private static int rows(Shop shop, String table) {
        return shop.database().queryForObject("SELECT count(*) FROM " + table, Integer.class);
    }
}
