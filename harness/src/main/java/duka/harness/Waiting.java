package duka.harness;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks again until there is an answer. */
public final class Waiting {

    private Waiting() {}

    /** @param question answers {@code null} while there is nothing yet */
    public static <T> T until(String what, Duration patience, Duration pause, Question<T> question) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            T answer = question.ask();
            if (answer != null) {
                return answer;
            }
            Thread.sleep(pause);
        }
        throw new Stop("waited " + patience.toSeconds() + " s in vain for " + what + ".");
    }

    /** Something that may not be known yet. */
    @FunctionalInterface
    public interface Question<T> {
        @Nullable
        T ask() throws Exception;
    }
}
