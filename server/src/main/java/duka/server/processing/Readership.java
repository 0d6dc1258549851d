package duka.server.processing;

import duka.server.serialization.LogicalNames;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down at each start which events each group of readers handles, for whoever judges the shop by its tables. */
final class Readership implements ApplicationListener<ApplicationReadyEvent> {

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
        progress.groups()
                .forEach((group, handles) -> transaction.executeWithoutResult(status -> {
                    database.sql("DELETE FROM process.reader_handles WHERE processor = ?")
                            .param(group)
                            .update();
                    database.sql("INSERT INTO process.reader_handles (processor, payload_type) SELECT ?, unnest(?)")
                            .params(group, names.handledBy(handles))
                            .update();
                }));
    }
}
