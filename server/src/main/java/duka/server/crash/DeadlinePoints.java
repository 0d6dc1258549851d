package duka.server.crash;

import duka.kernel.api.DeadlineHandler;

/** When a deadline is told, and both sides of the commit that removes it together with what its handler did. */
final class DeadlinePoints implements DeadlineHandler {

    private final CrashPoints points;
    private final DeadlineHandler handler;

    DeadlinePoints(CrashPoints points, DeadlineHandler handler) {
        this.points = points;
        this.handler = handler;
    }

    @Override
    public String kind() {
        return handler.kind();
    }

    @Override
    public void expired(String id) {
        String step = "deadline " + kind();
        points.passed(step + CrashPoints.ARRIVES);
        handler.expired(id);
        points.aroundCommit(step);
    }
}
