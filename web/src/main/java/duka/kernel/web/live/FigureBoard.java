package duka.kernel.web.live;

import duka.kernel.api.History;
import duka.kernel.api.History.Happening;
import duka.kernel.web.live.Telling.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a room's figures are read: for those who come in, and for all after something happened, at most once a second,
 * and each minute so that a new day shows. Whoever reads them has all taken in that was recorded before. Of one thread.
 */
final class FigureBoard {

    private static final Logger LOG = LoggerFactory.getLogger(FigureBoard.class);

    /** A little more than the second that is promised, since messages do not all travel as fast. */
    private static final long PAUSE = Duration.ofMillis(1_050).toNanos();

    private static final long REFRESH = Duration.ofMinutes(1).toNanos();

    private final LiveFigures figures;
    private final History history;
    private final Telling telling;
    private final Clock clock;
    private long told = System.nanoTime() - PAUSE;
    private long failed = told;
    private boolean due;

    FigureBoard(LiveFigures figures, History history, Telling telling, Clock clock) {
        this.figures = figures;
        this.history = history;
        this.telling = telling;
        this.clock = clock;
    }

    void hear(List<Happening> happenings) {
        due = due
                || happenings.stream()
                        .map(Happening::event)
                        .anyMatch(event -> telling.knows(event) || history.concerns(figures.group(), event));
    }

    /** Figures for those who came in, once more. */
    void refresh() {
        due = true;
    }

    Optional<Frame> stats(long position) {
        long since = System.nanoTime() - told;
        if (since < PAUSE || !(due || since > REFRESH)) {
            return Optional.empty();
        }
        Optional<Frame> frame = frame("stats", position);
        due = due && frame.isEmpty();
        told = System.nanoTime();
        return frame;
    }

    Optional<Frame> snapshot(long position) {
        return frame("snapshot", position);
    }

    /** Nothing, if they cannot be read now: the news goes on without them, and they are read again a second later. */
    private Optional<Frame> frame(String type, long position) {
        if (System.nanoTime() - failed < PAUSE) {
            return Optional.empty();
        }
        try {
            return Optional.of(telling.frame(new Envelope(type, clock.instant(), position, figures.now()), false));
        } catch (RuntimeException e) {
            LOG.warn("Figures cannot be read now: {}", e.toString());
            failed = System.nanoTime();
            return Optional.empty();
        }
    }
}
