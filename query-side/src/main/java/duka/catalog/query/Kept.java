package duka.catalog.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duka.kernel.query.Stamps;
import duka.kernel.query.Stamps.Topic;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Answers that hold until the shelves change. What was sold changes their order alone, and that may be seen a second
 * late: else a shop that sells would never have an answer ready.
 *
 * @param <Q> the question, equal when the answer is
 * @param <A> the answer
 */
final class Kept<Q, A> {

    private static final long TOLERATED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Stamps stamps;
    private final Cache<Q, Answer<A>> answers;

    Kept(Stamps stamps, int most) {
        this.stamps = stamps;
        this.answers = Caffeine.newBuilder().maximumSize(most).build();
    }

    A get(Q question, Supplier<A> find) {
        long shelves = stamps.of(Topic.SHELVES);
        long sales = stamps.of(Topic.SALES);
        Answer<A> before = answers.getIfPresent(question);
        if (before != null && before.shelves() == shelves && (before.sales() == sales || before.isFresh())) {
            return before.answer();
        }
        long now = System.nanoTime();
        A answer = find.get();
        answers.put(question, new Answer<>(answer, shelves, sales, now));
        return answer;
    }

    private record Answer<A>(A answer, long shelves, long sales, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < TOLERATED_NANOS;
        }
    }
}
