package duka.server.processing;

import duka.server.database.PoolRole;

/** How the readers of events are run, by the name of their processing group. */
enum Group {
    /** Fills read models; may be refilled. */
    PROJECTION(PoolRole.PROJECTIONS, 2, 128),
    /** Carries one order at a time through its checkout. */
    PROCESS(PoolRole.PROCESS, 8, 1),
    /** Lets one feature follow another, or writes down work for the outside; never refilled. */
    REACTION(PoolRole.PROCESS, 4, 16);

    private static final String PROJECTION_PREFIX = "read.";
    private static final String CHECKOUT = "checkout.saga";

    private final PoolRole role;
    private final int segments;
    private final int batch;

    Group(PoolRole role, int segments, int batch) {
        this.role = role;
        this.segments = segments;
        this.batch = batch;
    }

    static Group of(String name) {
        if (name.startsWith(PROJECTION_PREFIX)) {
            return PROJECTION;
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
}
