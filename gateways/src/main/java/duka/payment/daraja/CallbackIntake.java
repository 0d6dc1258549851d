package duka.payment.daraja;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes callbacks in: stored if that is quick, and else stored while Safaricom has its answer already. One that is lost
 * in between, with the process that held it, is no worse than one that was never sent: Daraja is asked anyway.
 */
class CallbackIntake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackIntake.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int WRITERS = 4;
    private static final int WAITING = 1_000;
    private static final int TRIES = 5;

    private final CallbackStore store;
    private final Figures figures;
    private final Duration patience;
    private final ThreadPoolExecutor writers =
            new ThreadPoolExecutor(WRITERS, WRITERS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING));

    /** @param patience how long Safaricom is kept waiting for a slow database */
    CallbackIntake(CallbackStore store, Figures figures, Duration patience) {
        this.store = store;
        this.figures = figures;
        this.patience = patience;
    }

    void take(StoredCallback.Kind kind, @Nullable String token, String body) {
        try {
            Future<?> stored = writers.submit(() -> keep(kind, token, body));
            Object unused = stored.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            figures.callback("stored_late");
        } catch (RejectedExecutionException e) {
            figures.callback("dropped");
            LOG.error("Alert: a callback was dropped, too many are waiting to be stored");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A callback could not be stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        writers.shutdown();
    }

    private void keep(StoredCallback.Kind kind, @Nullable String token, String body) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                store.keep(kind, token, body);
                return;
            } catch (RuntimeException e) {
                LOG.warn("A callback could not be stored yet: {}", e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        figures.callback("dropped");
        LOG.error("Alert: a callback was dropped, the database did not take it");
    }
}
