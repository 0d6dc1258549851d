package duka.server.crash;

import duka.kernel.api.DueWork;
import java.time.Duration;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Both sides of the commit that writes down due work, where no command and no reader does it: their commits have points
 * already.
 */
final class WrittenWorkPoints implements DueWork {

    private final CrashPoints points;
    private final DueWork work;

    WrittenWorkPoints(CrashPoints points, DueWork work) {
        this.points = points;
        this.work = work;
    }

    @Override
    public void schedule(String task, String id, Object data, Duration delay) {
        String step = "work " + task + " written";
        boolean transactional = TransactionSynchronizationManager.isSynchronizationActive();
        if (transactional && !CurrentUnitOfWork.isStarted()) {
            points.aroundCommit(step);
        }
        work.schedule(task, id, data, delay);
        if (!transactional) {
            points.passed(step + CrashPoints.AFTER_COMMIT);
        }
    }

    @Override
    public void cancel(String task, String id) {
        work.cancel(task, id);
    }
}
