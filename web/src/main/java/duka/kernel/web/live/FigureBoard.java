package duka.kernel.web.live;

import duka.kernel.api.History;
import duka.kernel.api.History.Happening;
import duka.kernel.web.live.Telling.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a room's figures are read: for those who come in, and for all after something happened, at most once a second,
 * and each minute so that a new day shows. They are read once they show every event that was told. Of one thread.
 */
final class FigureBoard {

    /** A little more than the second that is promised, since messages do not all travel as fast. */
    private static final long PAUSE = Duration.ofMillis(1_050).toNanos();

    private static final long REFRESH = Duration.ofMinutes(1).toNanos();

    /** Who comes in while the figures stand still gets them as they are. */
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    private final LiveFigures figures;
    private final History history;
    private final Telling telling;
    private final Clock clock;
    private long told = System.nanoTime() - PAUSE;
    private long waitingSince = told;
    private boolean due;
    private @Nullable Happening awaited;

    FigureBoard(LiveFigures figures, History history, Telling telling, Clock clock) {
        this.figures = figures;
        this.history = history;
        this.telling = telling;
        this.clock = clock;
    }

    void hear(List<Happening> happenings) {
        for (Happening happening : happenings) {
            boolean shown = history.concerns(figures.group(), happening.event());
            due = due || shown || telling.knows(happening.event());
            if (shown) {
                waitingSince = awaited == null ? System.nanoTime() : waitingSince;
                awaited = happening;
            }
        }
    }

    /** Figures for those who came back, who were not shown any. */
    void refresh() {
        due = true;
    }

    Optional<Frame> stats(long position) {
        long since = System.nanoTime() - told;
        if (since < PAUSE || !(due || since > REFRESH) || !isUpToDate()) {
            return Optional.empty();
        }
        Frame frame = frame("stats", position);
        due = false;
        told = System.nanoTime();
        return Optional.of(frame);
    }

    Optional<Frame> snapshot(long position) {
        return isUpToDate() || System.nanoTime() - waitingSince > PATIENCE
                ? Optional.of(frame("snapshot", position))
                : Optional.empty();
    }

    private boolean isUpToDate() {
        Happening last = awaited;
        if (last != null && history.isShown(figures.group(), last)) {
            awaited = null;
        }
        return awaited == null;
    }

    private Frame frame(String type, long position) {
        return telling.frame(new Envelope(type, clock.instant(), position, figures.now()), false);
    }
}
