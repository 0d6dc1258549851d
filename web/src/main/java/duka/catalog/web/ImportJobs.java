package duka.catalog.web;

import duka.catalog.web.ImportJob.LineError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The imports that were asked for and how far they are. A runner owns a job while it shows a sign of life; one that
 * fell silent loses it to the next, and what it still writes is ignored.
 */
@Component
class ImportJobs {

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int MOST_ERRORS_SHOWN = 1_000;

    private final JdbcClient jdbc;

    ImportJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param nextRecord how many rows are dealt with already */
    record Taken(UUID id, String actor, String sheet, int nextRecord, int done, int failed) {}

    void add(UUID id, String actor, String sheet, int total) {
        jdbc.sql("""
                        insert into edge.import_job (id, status, actor, sheet, total)
                        values (:id, 'queued', :actor, :sheet, :total) on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("actor", actor)
                .param("sheet", sheet)
                .param("total", total)
                .update();
    }

    Optional<ImportJob> find(UUID id) {
        List<LineError> errors = jdbc.sql(
                        "select line, message from edge.import_error where job_id = :id order by line limit :most")
                .param("id", id)
                .param("most", MOST_ERRORS_SHOWN)
                .query((row, n) -> new LineError(row.getInt("line"), row.getString("message")))
                .list();
        return jdbc.sql("select status, total, done, failed from edge.import_job where id = :id")
                .param("id", id)
                .query((row, n) -> ImportJob.of(
                        id,
                        row.getString("status"),
                        row.getInt("total"),
                        row.getInt("done"),
                        row.getInt("failed"),
                        errors))
                .optional();
    }

    /** The oldest job that nobody works on becomes this runner's. */
    Optional<Taken> take(UUID runner) {
        return jdbc.sql("""
                        update edge.import_job set status = 'running', runner = :runner, heartbeat_at = now()
                        where id = (
                            select id from edge.import_job
                            where status = 'queued'
                               or (status = 'running' and heartbeat_at < now() - make_interval(secs => :silence))
                            order by created_at limit 1 for update skip locked)
                        returning id, actor, sheet, next_record, done, failed
                        """)
                .param("runner", runner)
                .param("silence", SILENCE.toSeconds())
                .query((row, n) -> new Taken(
                        row.getObject("id", UUID.class),
                        row.getString("actor"),
                        row.getString("sheet"),
                        row.getInt("next_record"),
                        row.getInt("done"),
                        row.getInt("failed")))
                .optional();
    }

    /** @return false if the job is another runner's by now */
    @Transactional
    public boolean advance(UUID id, UUID runner, int nextRecord, int done, List<LineError> errors) {
        int mine = jdbc.sql("""
                        update edge.import_job
                        set next_record = :next, done = done + :done, failed = failed + :failed, heartbeat_at = now()
                        where id = :id and runner = :runner and status = 'running'
                        """)
                .param("next", nextRecord)
                .param("done", done)
                .param("failed", errors.size())
                .param("id", id)
                .param("runner", runner)
                .update();
        if (mine == 1) {
            errors.forEach(error -> note(id, error));
        }
        return mine == 1;
    }

    void end(UUID id, UUID runner, String status) {
        jdbc.sql("""
                        update edge.import_job set status = :status, sheet = null, ended_at = now()
                        where id = :id and runner = :runner and status = 'running'
                        """)
                .param("status", status)
                .param("id", id)
                .param("runner", runner)
                .update();
    }

    void forgetOld() {
        jdbc.sql("delete from edge.import_job where ended_at < now() - interval '30 days'")
                .update();
    }

    private void note(UUID job, LineError error) {
        jdbc.sql("""
                        insert into edge.import_error (job_id, line, message) values (:job, :line, :message)
                        on conflict (job_id, line) do update set message = excluded.message
                        """)
                .param("job", job)
                .param("line", error.line())
                .param("message", error.message())
                .update();
    }
}
