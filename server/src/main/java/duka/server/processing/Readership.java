package duka.server.processing;

import duka.server.serialization.LogicalNames;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down at each start which events each group of readers handles, for whoever judges the shop by its tables. */
final class Readership implements ApplicationListener<ApplicationReadyEvent> {

    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** The server lives on while its database is away, so it must not die of a database that is away just now. */
    private final RetryTemplate retries = new RetryTemplate(
            RetryPolicy.builder().maxRetries(TRIES).delay(PAUSE).build());

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Progress progress;
    private final LogicalNames names;

    Readership(JdbcClient database, TransactionTemplate transaction, Progress progress, LogicalNames names) {
        this.database = database;
        this.transaction = transaction;
        this.progress = progress;
        this.names = names;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        retries.invoke(() -> progress.groups()
                .forEach((group, handles) -> transaction.executeWithoutResult(status -> {
                    database.sql("DELETE FROM process.reader_handles WHERE processor = ?")
                            .param(group)
                            .update();
                    database.sql("INSERT INTO process.reader_handles (processor, payload_type) SELECT ?, unnest(?)")
                            .params(group, names.handledBy(handles))
                            .update();
                })));
    }
}
