package duka.server.processing;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has everything checked every minute that nobody else looks at. */
final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final List<Runnable> checks;
    private final ThreadFactory threads;
    private volatile @Nullable ScheduledExecutorService rounds;

    Rounds(List<Runnable> checks, ThreadFactory threads) {
        this.checks = List.copyOf(checks);
        this.threads = threads;
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(threads);
        var unusedRound = executor.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.MINUTES);
        rounds = executor;
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = rounds;
        if (executor != null) {
            executor.shutdownNow();
            rounds = null;
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    private void round() {
        for (Runnable check : checks) {
            try {
                check.run();
            } catch (RuntimeException e) {
                LOG.warn("A check could not be made and is made in the next minute: {}", e.toString());
            }
        }
    }
}
