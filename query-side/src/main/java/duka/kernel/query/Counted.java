package duka.kernel.query;

import java.util.Optional;

/**
 * A view, and how many events made it: a number that rises with every change, however the events came in batches.
 *
 * @param <V> the view
 */
public record Counted<V>(V view, long events) {

    /** What one more event made of it. */
    public static <V> Counted<V> after(Optional<Counted<V>> before, V view) {
        return new Counted<>(view, before.map(Counted::events).orElse(0L) + 1);
    }
}
