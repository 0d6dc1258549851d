package duka.inventory.query;

import static duka.catalog.query.Catalogue.product;
import static duka.catalog.query.Catalogue.sku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.catalog.query.Catalogue;
import duka.inventory.api.StockEvent;
import duka.inventory.api.StockEvent.StockItemRetired;
import duka.inventory.api.StockLevel;
import duka.inventory.api.StockQuery.Adjustment;
import duka.inventory.api.StockQuery.Adjustments;
import duka.inventory.api.StockQuery.FindStock;
import duka.inventory.api.StockQuery.ListAdjustments;
import duka.inventory.api.StockQuery.ListStock;
import duka.inventory.api.StockQuery.StockItems;
import duka.inventory.api.StockView;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.kernel.api.PageRequest;
import duka.kernel.query.MissingRow;
import duka.kernel.query.ReadSide;
import duka.kernel.query.Shop;
import duka.kernel.query.Story;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockQueriesTest {

    private static final Sku MUG = sku("Mug");
    private static final OrderId ORDER = new OrderId(Story.id("order"));
    private static final PageRequest FIRST = new PageRequest(1, 10);

    private final Shop shop = ReadSide.empty();
    private final Story story = new Story();
    private final Catalogue catalogue = new Catalogue(story);

    @Test
    void stock_follows_its_events() {
        catalogue.open("Mug", MUG, 10).adjust("Mug", MUG, -1, "broken").sell("Mug", MUG, ORDER, 2);
        catalogue.reserve("Mug", MUG, ORDER, 3).threshold("Mug", MUG, 4);
        StockView mug = only(MUG);
        assertThat(mug.level()).isEqualTo(new StockLevel(7, 3));
        assertThat(mug.lowStockThreshold()).isEqualTo(4);
        assertThat(mug.version()).isEqualTo(2);
        assertThat(mug.representation()).isEqualTo(story.size());
        assertThat(mug.retired()).isFalse();
    }

    @Test
    void the_store_and_memory_tell_the_same() {
        catalogue
                .open("Mug", MUG, 10)
                .sell("Mug", MUG, ORDER, 2)
                .threshold("Mug", MUG, 4)
                .retire("Mug", MUG);
        StockView folded = null;
        for (var told : story.told()) {
            folded = StockFold.apply(folded, (StockEvent) told.event(), told.at());
        }
        assertThat(only(MUG)).isEqualTo(folded);
    }

    @Test
    void what_is_retired_is_in_no_list_and_still_found() {
        catalogue.open("Mug", MUG, 10).open("Cup", sku("Cup"), 1).retire("Mug", MUG);
        shop.hear(story);
        StockItems listed = shop.ask(new ListStock(FIRST), StockItems.class);
        assertThat(listed.count()).isEqualTo(1);
        assertThat(listed.results()).extracting(StockView::sku).containsExactly(sku("Cup"));
        assertThat(find(MUG))
                .singleElement()
                .satisfies(mug -> assertThat(mug.retired()).isTrue());
    }

    @Test
    void a_sku_belongs_to_the_product_that_opened_it_last() {
        catalogue.open("Mug", MUG, 10).retire("Mug", MUG).open("Heir", MUG, 4);
        shop.hear(story);
        assertThat(find(new Sku("mug"))).singleElement().satisfies(mug -> {
            assertThat(mug.productId()).isEqualTo(product("Heir"));
            assertThat(mug.level().onHand()).isEqualTo(4);
        });
        assertThat(shop.ask(new ListStock(FIRST), StockItems.class).count()).isEqualTo(1);
    }

    @Test
    void adjustments_are_listed_the_newest_first() {
        catalogue.open("Mug", MUG, 10).adjust("Mug", MUG, -1, "broken").adjust("Mug", MUG, 5, "delivered");
        shop.hear(story);
        Adjustments listed = shop.ask(new ListAdjustments(new Sku("mug"), FIRST), Adjustments.class);
        assertThat(listed.count()).isEqualTo(2);
        assertThat(listed.results()).extracting(Adjustment::reason).containsExactly("delivered", "broken");
        assertThat(listed.results()).extracting(Adjustment::onHand).containsExactly(14, 9);
        assertThat(listed.results()).extracting(Adjustment::actor).containsOnly("system:story");
    }

    @Test
    void nothing_follows_from_nothing() {
        var retired = new StockItemRetired(MUG, product("Mug"), new StockLevel(0, 0));
        assertThatThrownBy(() -> StockFold.apply(null, retired, Instant.EPOCH)).isInstanceOf(MissingRow.class);
    }

    private StockView only(Sku sku) {
        shop.hear(story);
        assertThat(shop.failed()).isEmpty();
        return find(sku).getFirst();
    }

    private List<StockView> find(Sku sku) {
        return shop.ask(new FindStock(List.of(sku)), StockItems.class).results();
    }
}
