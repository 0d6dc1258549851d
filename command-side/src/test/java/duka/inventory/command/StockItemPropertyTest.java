package duka.inventory.command;

import static duka.inventory.command.StockFixtures.SHELF;
import static duka.inventory.command.StockFixtures.adjust;
import static duka.inventory.command.StockFixtures.commit;
import static duka.inventory.command.StockFixtures.open;
import static duka.inventory.command.StockFixtures.release;
import static duka.inventory.command.StockFixtures.reserve;
import static duka.inventory.command.StockFixtures.restock;
import static org.assertj.core.api.Assertions.assertThat;

import duka.inventory.api.ReservationAnswer;
import duka.inventory.api.ReservationId;
import duka.inventory.api.StockCommand;
import duka.inventory.api.StockCommand.ReserveStock;
import duka.inventory.api.StockCommand.RetireStockItem;
import duka.inventory.api.StockEvent;
import duka.inventory.api.StockEvent.LowStockThresholdSet;
import duka.inventory.api.StockEvent.ReservationCommitted;
import duka.inventory.api.StockEvent.ReservationReleased;
import duka.inventory.api.StockEvent.StockAdjusted;
import duka.inventory.api.StockEvent.StockItemOpened;
import duka.inventory.api.StockEvent.StockItemRetired;
import duka.inventory.api.StockEvent.StockReserved;
import duka.inventory.api.StockEvent.StockRestocked;
import duka.inventory.api.StockLevel;
import duka.kernel.Rejection;
import duka.kernel.command.Aggregates;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked of a shelf in whatever order, its sums hold. A failing seed can be run again. */
class StockItemPropertyTest {

    private static final int COMMANDS = 600;
    private static final int ORDERS = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nothing_is_sold_twice(long seed) {
        Random dice = new Random(seed);
        Aggregates<StockItem> shop = Aggregates.of(StockItem.class);
        Ledger ledger = new Ledger();
        for (int n = 0; n < COMMANDS; n++) {
            StockCommand command = n == 0 ? open(10) : anything(dice, n);
            Object answer = send(shop, command);
            List<StockEvent> told = shop.takePublished(StockEvent.class);
            told.forEach(ledger::write);
            if (answer instanceof ReservationAnswer.Reserved reserved && command instanceof ReserveStock asked) {
                assertThat(ledger.open).containsEntry(asked.reservationId(), reserved.quantity());
            }
            if (answer instanceof ReservationAnswer.Refused || answer instanceof Rejection) {
                assertThat(told).isEmpty();
            }
        }
        assertThat(ledger.seen)
                .as("what happened at all")
                .contains(
                        StockAdjusted.class,
                        StockReserved.class,
                        ReservationCommitted.class,
                        ReservationReleased.class,
                        StockRestocked.class);
    }

    /** New orders come and old ones go, so that late repeats happen, too. */
    private static StockCommand anything(Random dice, int n) {
        int order = n / 50 + dice.nextInt(ORDERS);
        return switch (dice.nextInt(24)) {
            case 0, 1 -> open(dice.nextInt(30) - 1);
            case 2 -> new RetireStockItem(SHELF);
            case 3 -> adjust(dice.nextInt(COMMANDS), dice.nextInt(21) - 6);
            case 4, 5, 6, 7, 8 -> commit(order);
            case 9, 10, 11, 12, 13 -> release(order);
            case 14, 15 -> restock(order, dice.nextInt(5));
            default -> reserve(order, dice.nextInt(6));
        };
    }

    private static Object send(Aggregates<StockItem> shop, StockCommand command) {
        try {
            return shop.send(command);
        } catch (Rejection refusal) {
            return refusal;
        }
    }

    /** The same books, kept from the events alone. */
    private static final class Ledger {

        private final Map<ReservationId, Integer> open = new HashMap<>();
        private final Set<ReservationId> ended = new HashSet<>();
        private final Set<ReservationId> restocked = new HashSet<>();
        private final Set<Class<?>> seen = new HashSet<>();
        private int onHand;

        void write(StockEvent event) {
            seen.add(event.getClass());
            switch (event) {
                case StockItemOpened opened -> {
                    assertThat(open).isEmpty();
                    onHand = opened.level().onHand();
                }
                case StockAdjusted adjusted -> onHand += adjusted.delta();
                case StockReserved reserved -> {
                    assertThat(ended).doesNotContain(reserved.reservationId());
                    assertThat(open.put(reserved.reservationId(), reserved.quantity()))
                            .isNull();
                }
                case ReservationCommitted committed -> {
                    onHand -= committed.quantity();
                    end(committed.reservationId(), committed.quantity());
                }
                case ReservationReleased released -> end(released.reservationId(), released.quantity());
                case StockRestocked back -> {
                    onHand += back.quantity();
                    assertThat(restocked.add(back.reservationId())).isTrue();
                }
                case LowStockThresholdSet set -> assertThat(set.threshold()).isNotNegative();
                case StockItemRetired retired -> assertThat(open).isEmpty();
            }
            int held = open.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(event.level()).isEqualTo(new StockLevel(onHand, held));
            assertThat(event.level().available()).isNotNegative();
        }

        private void end(ReservationId reservation, int quantity) {
            assertThat(open.remove(reservation)).isEqualTo(quantity);
            assertThat(ended.add(reservation)).isTrue();
        }
    }
}
