package duka.server.store;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Of all events those that one group of readers handles. Each event that a reader is offered wakes every one of its
 * segments; so what nobody there handles is passed over here, and only the last of it is handed on when nothing better
 * came for a while, for the reader's position to move on.
 *
 * <p>Read by one thread at a time, as every stream of Axon.
 */
final class HandledEvents implements BlockingStream<TrackedEventMessage<?>> {

    private static final long STANDSTILL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int LOOK_MILLIS = 500;

    private final BlockingStream<TrackedEventMessage<?>> all;
    private final Predicate<Class<?>> handles;
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable TrackedEventMessage<?> passedOver;
    private long movedOn = System.nanoTime();

    HandledEvents(BlockingStream<TrackedEventMessage<?>> all, Predicate<Class<?>> handles) {
        this.all = all;
        this.handles = handles;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        boolean more = next == null && all.hasNextAvailable(timeout, unit);
        while (more) {
            TrackedEventMessage<?> event = all.nextAvailable();
            if (handles.test(event.getPayloadType())) {
                offer(event);
                return true;
            }
            passedOver = event;
            more = all.hasNextAvailable(0, unit);
        }
        if (next == null && passedOver != null && System.nanoTime() - movedOn > STANDSTILL_NANOS) {
            offer(passedOver);
        }
        return next != null;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> result = next;
        while (result == null) {
            result = hasNextAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS) ? next : null;
        }
        next = null;
        movedOn = System.nanoTime();
        return result;
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        all.skipMessagesWithPayloadTypeOf(ignored);
    }

    @Override
    public void close() {
        all.close();
    }

    private void offer(TrackedEventMessage<?> event) {
        next = event;
        passedOver = null;
    }
}
