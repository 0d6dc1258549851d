package duka.server.processing;

import duka.server.database.DatabaseReturned;
import duka.server.database.PoolRole;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Has the projections begin again where the database says that they are. They commit without waiting for the disk, so a
 * crash of PostgreSQL may take their last rows with their token; a reader that had nothing to do meanwhile has not
 * noticed, and would go on behind what is lost.
 */
class ReadAgain implements DisposableBean {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final EventProcessingConfiguration processing;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(PoolRole.PROJECTIONS.threads("read-again"));

    /** The database may be away again before all have begun. */
    private final RetryTemplate untilItIsBack = new RetryTemplate(
            RetryPolicy.builder().maxRetries(Long.MAX_VALUE).delay(PAUSE).build());

    ReadAgain(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    /** Returns at once: whoever tells that the database is back must not wait for those who use it. */
    @EventListener
    void beginAgain(DatabaseReturned event) {
        thread.execute(() -> processing.eventProcessors().values().stream()
                .filter(processor -> Group.of(processor.getName()).isRefillable())
                .filter(StreamingEventProcessor.class::isInstance)
                .forEach(processor -> untilItIsBack.invoke(() -> beginAgain(processor))));
    }

    private static void beginAgain(EventProcessor processor) {
        processor.shutDown();
        processor.start();
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
