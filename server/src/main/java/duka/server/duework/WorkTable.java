package duka.server.duework;

import com.github.kagkarlsson.scheduler.Scheduler;
import duka.kernel.api.DueWork;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes due work into db-scheduler's table in the caller's transaction, with one statement, and wakes the workers once
 * that has committed.
 */
class WorkTable implements DueWork {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;
    private final Supplier<Scheduler> workers;

    WorkTable(JdbcClient database, JsonMapper json, Clock clock, Supplier<Scheduler> workers) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.workers = workers;
    }

    @Override
    public void schedule(String task, String id, Object data, Duration delay) {
        database.sql("""
                        INSERT INTO process.scheduled_tasks AS t
                            (task_name, task_instance, task_data, execution_time, picked, consecutive_failures, version)
                        VALUES (?, ?, ?, ?, false, 0, 1)
                        ON CONFLICT (task_name, task_instance) DO UPDATE
                        SET execution_time = least(t.execution_time, excluded.execution_time), version = t.version + 1
                        WHERE NOT t.picked AND excluded.execution_time < t.execution_time""")
                .params(
                        task,
                        id,
                        json.writeValueAsBytes(new Work(0, json.valueToTree(data))),
                        Timestamp.from(clock.instant().plus(delay)))
                .update();
        if (delay.isZero()) {
            wakeWorkersAfterCommit();
        }
    }

    @Override
    public void cancel(String task, String id) {
        database.sql("DELETE FROM process.scheduled_tasks WHERE task_name = ? AND task_instance = ? AND NOT picked")
                .params(task, id)
                .update();
    }

    private void wakeWorkersAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            workers.get().triggerCheckForDueExecutions();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                workers.get().triggerCheckForDueExecutions();
            }
        });
    }
}
