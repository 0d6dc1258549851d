package duka.kernel.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ?ordering=price} or {@code -price}. */
public final class Ordering {

    private Ordering() {}

    /**
     * The ordering as it was asked for, or {@code null} if none was.
     *
     * @throws InvalidInput {@code unknown_ordering}, naming the {@code allowed} ones
     */
    public static @Nullable String of(@Nullable String asked, String... fields) {
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        List<String> allowed = Arrays.stream(fields)
                .flatMap(field -> Stream.of(field, "-" + field))
                .toList();
        require(asked, allowed);
        return asked;
    }

    /**
     * For a list that has one order alone.
     *
     * @throws InvalidInput {@code unknown_ordering} for another
     */
    public static void only(@Nullable String asked, String ordering) {
        if (asked != null && !asked.isEmpty()) {
            require(asked, List.of(ordering));
        }
    }

    private static void require(String asked, List<String> allowed) {
        if (!allowed.contains(asked)) {
            String message = "Allowed are " + String.join(", ", allowed) + ".";
            throw new InvalidInput(
                    "unknown_ordering",
                    message,
                    List.of(new FieldProblem("ordering", "unknown_ordering", message)),
                    Map.of("allowed", allowed));
        }
    }
}
