package duka.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
    void who_handles_other_things_is_called_in_the_end() {
        AtomicInteger others = new AtomicInteger();
        try (BlockingStream<TrackedEventMessage<?>> reader = all().openStream(null);
                BlockingStream<TrackedEventMessage<?>> other =
                        tail.heardBy(type -> type == Integer.class).openStream(null)) {
            reader.setOnAvailableCallback(() -> {
                if (reader.peek().isPresent()) {
                    rings.incrementAndGet();
                }
            });
            other.setOnAvailableCallback(others::incrementAndGet);
            store.publish(GenericEventMessage.asEventMessage("news"));
            await().atMost(SOON).until(() -> rings.get() > 0 && others.get() > 0);
        }
    }

    private StreamableMessageSource<TrackedEventMessage<?>> all() {
        return tail.heardBy(type -> true);
    }
}
