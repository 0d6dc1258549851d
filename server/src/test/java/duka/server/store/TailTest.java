package duka.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bell, over a store that would be looked at every minute alone. */
class TailTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .fetchDelay(60_000)
            .build();
    private final Tail tail = new Tail(store);
    private final AtomicInteger rings = new AtomicInteger();

    @AfterEach
    void stop() {
        tail.close();
        store.shutDown();
    }

    @Test
    void a_reader_is_called_once_there_is_something_to_read() {
        try (BlockingStream<TrackedEventMessage<?>> reader = all().openStream(null)) {
            assertThat(reader.setOnAvailableCallback(() -> {
                        if (reader.peek().isPresent()) {
                            rings.incrementAndGet();
                        }
                    }))
                    .isTrue();
            store.publish(GenericEventMessage.asEventMessage("news"));
            await().atMost(SOON).until(() -> rings.get() > 0);
        }
    }

    @Test
    void a_reader_that_left_is_not_called_any_more() throws Exception {
        AtomicInteger others = new AtomicInteger();
        BlockingStream<TrackedEventMessage<?>> gone = all().openStream(null);
        gone.setOnAvailableCallback(rings::incrementAndGet);
        gone.close();
        int before = rings.get();
        try (BlockingStream<TrackedEventMessage<?>> stays = all().openStream(null)) {
            stays.setOnAvailableCallback(others::incrementAndGet);
            store.publish(GenericEventMessage.asEventMessage("news"));
            await().atMost(SOON).until(() -> others.get() > 0);
            assertThat(stays.hasNextAvailable(0, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(rings).hasValue(before);
    }

    @Test
    void who_handles_other_things_is_not_called_and_moves_on_in_the_end() throws Exception {
        AtomicInteger others = new AtomicInteger();
        try (BlockingStream<TrackedEventMessage<?>> reader = all().openStream(null);
                BlockingStream<TrackedEventMessage<?>> other = numbers().openStream(null)) {
            reader.setOnAvailableCallback(() -> {
                if (reader.peek().isPresent()) {
                    rings.incrementAndGet();
                }
            });
            store.publish(GenericEventMessage.asEventMessage("the tail is followed"));
            await().atMost(SOON).until(() -> rings.get() > 0);
            other.setOnAvailableCallback(others::incrementAndGet);
            int before = rings.get();
            store.publish(GenericEventMessage.asEventMessage("news"));
            await().atMost(SOON).until(() -> rings.get() > before);
            assertThat(others).hasValue(0);
            await().atMost(SOON).until(other::hasNextAvailable);
            assertThat(other.nextAvailable().getPayload()).isEqualTo("news");
        }
    }

    @Test
    void what_nobody_handles_is_passed_over_for_what_somebody_does() throws Exception {
        for (Object payload : List.of("a", 1, "b", "c", 2, "d")) {
            store.publish(GenericEventMessage.asEventMessage(payload));
        }
        try (BlockingStream<TrackedEventMessage<?>> reader = numbers().openStream(null)) {
            assertThat(reader.nextAvailable().getPayload()).isEqualTo(1);
            assertThat(reader.peek().orElseThrow().getPayload()).isEqualTo(2);
            assertThat(reader.nextAvailable().getPayload()).isEqualTo(2);
            assertThat(reader.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void what_comes_within_the_pause_is_one_call_at_its_end() {
        Duration pause = Duration.ofMillis(200);
        AtomicInteger calls = new AtomicInteger();
        long start = System.nanoTime();
        try (BlockingStream<TrackedEventMessage<?>> reader =
                tail.heardBy("all", type -> true, pause).openStream(null)) {
            reader.setOnAvailableCallback(() -> {
                calls.incrementAndGet();
                while (reader.hasNextAvailable()) {
                    readOn(reader);
                }
            });
            for (int n = 0; n < 50; n++) {
                store.publish(GenericEventMessage.asEventMessage(n));
            }
            await().atMost(SOON).until(() -> rings.get() == 50);
        }
        long pauses = (System.nanoTime() - start) / pause.toNanos();
        assertThat(calls.get()).isBetween(1, (int) pauses + 1);
    }

    @Test
    void who_is_waited_for_is_called_before_the_pause_is_over() {
        AtomicInteger followed = new AtomicInteger();
        try (BlockingStream<TrackedEventMessage<?>> quick = numbers().openStream(null);
                BlockingStream<TrackedEventMessage<?>> reader = tail.heardBy(
                                "slow", type -> type == String.class, Duration.ofHours(1))
                        .openStream(null)) {
            quick.setOnAvailableCallback(followed::incrementAndGet);
            await().atMost(SOON).until(() -> {
                store.publish(GenericEventMessage.asEventMessage(1));
                return followed.get() > 1;
            });
            reader.setOnAvailableCallback(() -> {
                while (reader.hasNextAvailable()) {
                    readOn(reader);
                }
            });
            tail.call("slow");
            store.publish(GenericEventMessage.asEventMessage("news"));
            await().during(Duration.ofMillis(200)).atMost(SOON).until(() -> {
                tail.call("others");
                return rings.get() == 0;
            });
            await().atMost(SOON).until(() -> {
                tail.call("slow");
                return rings.get() == 1;
            });
        }
    }

    private void readOn(BlockingStream<TrackedEventMessage<?>> reader) {
        try {
            var unused = reader.nextAvailable();
            rings.incrementAndGet();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private StreamableMessageSource<TrackedEventMessage<?>> numbers() {
        return tail.heardBy("numbers", type -> type == Integer.class, Duration.ZERO);
    }

    private StreamableMessageSource<TrackedEventMessage<?>> all() {
        return tail.heardBy("all", type -> true, Duration.ZERO);
    }
}
