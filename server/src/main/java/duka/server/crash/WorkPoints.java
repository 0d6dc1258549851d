package duka.server.crash;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

/** Before a piece of due work begins, and once it ran while its row still stands. */
final class WorkPoints implements ExecutionInterceptor {

    private final CrashPoints points;

    WorkPoints(CrashPoints points) {
        this.points = points;
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> work, ExecutionContext context, ExecutionChain chain) {
        String step = "work " + work.getTaskName();
        points.passed(step + " begins");
        CompletionHandler<?> end = chain.proceed(work, context);
        points.passed(step + " ran");
        return end;
    }
}
