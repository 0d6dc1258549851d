package duka.server.processing;

import duka.server.database.PoolRole;
import java.time.Duration;

/** How the readers of events are run, by the name of their processing group. */
enum Group {
    /**
     * Fills read models; may be refilled. Under load it takes what comes within some milliseconds as one batch: a
     * transaction costs as much as the rows of several events.
     */
    PROJECTION(PoolRole.PROJECTIONS, 1, 128, Duration.ofMillis(15)),
    /**
     * Figures that staff look at now and then: nobody who writes waits for them, and whoever asks has them brought up to
     * date first.
     */
    FIGURES(PoolRole.PROJECTIONS, 1, 512, Duration.ofSeconds(1)),
    /** Carries one order at a time through its checkout. */
    PROCESS(PoolRole.PROCESS, 4, 1, Duration.ZERO),
    /** Lets one feature follow another, or writes down work for the outside; never refilled. */
    REACTION(PoolRole.PROCESS, 1, 16, Duration.ofMillis(5));

    private static final String PROJECTION_PREFIX = "read.";
    private static final String FIGURES_GROUP = "read.figures";
    private static final String CHECKOUT = "checkout.saga";

    private final PoolRole role;
    private final int segments;
    private final int batch;
    private final Duration pause;

    Group(PoolRole role, int segments, int batch, Duration pause) {
        this.role = role;
        this.segments = segments;
        this.batch = batch;
        this.pause = pause;
    }

    static Group of(String name) {
        if (name.startsWith(PROJECTION_PREFIX)) {
            return name.equals(FIGURES_GROUP) ? FIGURES : PROJECTION;
        }
        return name.equals(CHECKOUT) ? PROCESS : REACTION;
    }

    PoolRole role() {
        return role;
    }

    int segments() {
        return segments;
    }

    int batch() {
        return batch;
    }

    /** Whether its rows are filled from the events, and may be again. */
    boolean isRefillable() {
        return role == PoolRole.PROJECTIONS;
    }

    /** The least time between two calls to its readers. */
    Duration pause() {
        return pause;
    }
}
