package duka.server.duework;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import duka.kernel.api.DueWorkHandler;
import duka.kernel.api.DueWorkHandler.Next;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Turns a {@link DueWorkHandler} into a task of db-scheduler, with our own pauses between attempts. */
final class WorkTask {

    private static final Logger LOG = LoggerFactory.getLogger(WorkTask.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;

    private WorkTask() {}

    static <D> Task<Work> of(DueWorkHandler<D> handler, JsonMapper json, Clock clock) {
        return Tasks.custom(handler.task(), Work.class)
                .onFailure(retry(handler.task(), clock))
                .execute((instance, context) -> {
                    Work work = instance.getData();
                    D data = json.treeToValue(work.data(), handler.data());
                    return switch (handler.run(data, work.attempt() + 1)) {
                        case Next.Done done -> new CompletionHandler.OnCompleteRemove<>();
                        case Next.Again again ->
                            (complete, operations) -> operations.reschedule(
                                    complete,
                                    clock.instant().plus(again.after()),
                                    new Work(work.attempt() + 1, work.data()));
                    };
                });
    }

    private static FailureHandler<Work> retry(String task, Clock clock) {
        return (complete, operations) -> {
            int failures = complete.getExecution().consecutiveFailures;
            Duration pause = pause(failures);
            LOG.warn(
                    "{} failed and is tried again in {} s: {}",
                    task,
                    pause.toSeconds(),
                    complete.getCause().map(Throwable::toString).orElse("its worker died"));
            operations.reschedule(complete, clock.instant().plus(pause));
        };
    }

    /** Doubles with each failure; the jitter keeps those that failed together from coming back together. */
    private static Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration bounded = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return bounded.plusMillis(ThreadLocalRandom.current().nextLong(bounded.toMillis() / 4 + 1));
    }
}
