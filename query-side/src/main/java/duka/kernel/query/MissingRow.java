package duka.kernel.query;

import org.jspecify.annotations.Nullable;

/** An event came for something that no earlier event made: it is set aside rather than lost. */
public final class MissingRow extends RuntimeException {

    private MissingRow(Object key) {
        super("No earlier event made the row of " + key);
    }

    /** What an earlier event made of {@code key}. */
    public static <V> V unless(@Nullable V before, Object key) {
        if (before == null) {
            throw new MissingRow(key);
        }
        return before;
    }
}
