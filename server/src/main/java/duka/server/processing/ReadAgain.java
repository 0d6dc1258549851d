package duka.server.processing;

import duka.server.database.DatabaseReturned;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.context.event.EventListener;

/**
 * Has the projections begin again where the database says that they are. They commit without waiting for the disk, so a
 * crash of PostgreSQL may take their last rows with their token; a reader that had nothing to do meanwhile has not
 * noticed, and would go on behind what is lost.
 */
class ReadAgain {

    private final EventProcessingConfiguration processing;

    ReadAgain(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    @EventListener
    void beginAgain(DatabaseReturned event) {
        processing.eventProcessors().values().stream()
                .filter(processor -> Group.of(processor.getName()).isRefillable())
                .filter(StreamingEventProcessor.class::isInstance)
                .forEach(processor -> {
                    processor.shutDown();
                    processor.start();
                });
    }
}
