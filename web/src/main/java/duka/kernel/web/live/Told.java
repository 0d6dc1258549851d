package duka.kernel.web.live;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something to tell.
 *
 * @param type of the message, such as {@code order.updated}
 * @param whom who is told
 * @param data what they read; the same object for all who read the same, since each object is written once
 */
public record Told(String type, Predicate<LiveReader> whom, Function<LiveReader, Object> data) {

    /** The same for everybody in the room. */
    public static Told all(String type, Object data) {
        return new Told(type, reader -> true, reader -> data);
    }
}
