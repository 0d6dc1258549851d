package duka.server.processing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has the completeness of all readers checked every minute. */
final class CompletenessRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CompletenessRounds.class);

    private final Completeness completeness;
    private final ThreadFactory threads;
    private volatile @Nullable ScheduledExecutorService rounds;

    CompletenessRounds(Completeness completeness, ThreadFactory threads) {
        this.completeness = completeness;
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
        try {
            completeness.check();
        } catch (RuntimeException e) {
            LOG.warn("Completeness could not be checked and is checked in the next minute: {}", e.toString());
        }
    }
}
