package duka.inventory.command;

import static duka.inventory.command.StockFixtures.commit;
import static duka.inventory.command.StockFixtures.committed;
import static duka.inventory.command.StockFixtures.level;
import static duka.inventory.command.StockFixtures.open;
import static duka.inventory.command.StockFixtures.opened;
import static duka.inventory.command.StockFixtures.release;
import static duka.inventory.command.StockFixtures.reserve;
import static duka.inventory.command.StockFixtures.reserved;
import static duka.inventory.command.StockFixtures.restock;
import static org.assertj.core.api.Assertions.assertThat;

import duka.inventory.api.ReservationAnswer.Refused;
import duka.inventory.api.ReservationAnswer.Reserved;
import duka.inventory.api.StockEvent;
import duka.kernel.command.Aggregates;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That a question about a SKU which nobody counts leaves no trace, is the repository's doing as much as ours. */
class StockItemRepositoryTest {

    @ParameterizedTest
    @MethodSource("repositories")
    void a_sku_that_was_asked_for_too_early_can_be_opened_and_sold(Aggregates<StockItem> shop) {
        assertThat(shop.send(reserve(1, 1))).isEqualTo(new Refused(0));
        shop.send(release(1));
        shop.send(commit(1));
        shop.send(restock(1, 1));
        assertThat(shop.send(reserve(1, 1))).isEqualTo(new Refused(0));
        assertThat(shop.takePublished(StockEvent.class)).isEmpty();

        shop.send(open(7));
        assertThat(shop.send(reserve(1, 2))).isEqualTo(new Reserved(2));
        shop.send(commit(1));
        assertThat(shop.takePublished(StockEvent.class))
                .containsExactly(opened(7), reserved(1, 2, level(7, 2)), committed(1, 2, level(5, 0)));
    }

    static Stream<Aggregates<StockItem>> repositories() {
        return Stream.of(Aggregates.of(StockItem.class), Aggregates.cached(StockItem.class, bornOnly()));
    }

    /** What was asked about and never began has no id; Axon offers it to the cache under {@code null} all the same. */
    private static Cache bornOnly() {
        return new WeakReferenceCache() {
            @Override
            public void put(Object key, Object value) {
                if (key != null) {
                    super.put(key, value);
                }
            }
        };
    }
}
