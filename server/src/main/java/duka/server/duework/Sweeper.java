package duka.server.duework;

import com.github.kagkarlsson.scheduler.Scheduler;
import duka.server.database.PoolRole;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the workers and the sweeps once everything else stands, and stops them before anything falls. */
class Sweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final DeadlineTable deadlines;
    private final ClaimTable claims;
    private final Scheduler workers;
    private volatile @Nullable ScheduledExecutorService sweeps;

    Sweeper(DeadlineTable deadlines, ClaimTable claims, Scheduler workers) {
        this.deadlines = deadlines;
        this.claims = claims;
        this.workers = workers;
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2, PoolRole.WORKERS.threads("sweep"));
        var unusedSweep =
                executor.scheduleWithFixedDelay(() -> quietly("deadlines", deadlines::sweep), 1, 1, TimeUnit.SECONDS);
        var unusedRelease =
                executor.scheduleWithFixedDelay(() -> quietly("claims", claims::freeAbandoned), 1, 1, TimeUnit.MINUTES);
        sweeps = executor;
        workers.start();
    }

    @Override
    public void stop() {
        workers.stop();
        ScheduledExecutorService executor = sweeps;
        if (executor != null) {
            executor.shutdownNow();
            sweeps = null;
        }
    }

    @Override
    public boolean isRunning() {
        return sweeps != null;
    }

    private static void quietly(String what, Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException e) {
            LOG.warn("The sweep of {} failed and is repeated: {}", what, e.toString());
        }
    }
}
