package duka.catalog.web;

import duka.catalog.web.ImportJob.LineError;
import duka.catalog.web.ProductSheet.Row;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works through imports in the background, one at a time, a handful of rows at once. What it creates has ids that follow
 * from the job, so that rows that are done again after a crash land on the same things.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final int CHUNK = 100;

    private final ImportJobs jobs;
    private final ImportedRow importedRow;
    private final UUID runner = UUID.randomUUID();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("import").factory());
    private final ExecutorService rows;

    ImportRunner(ImportJobs jobs, ImportedRow importedRow, @Value("${duka.import.workers:8}") int workers) {
        this.jobs = jobs;
        this.importedRow = importedRow;
        this.rows = Executors.newFixedThreadPool(
                workers, Thread.ofVirtual().name("import-row-", 1).factory());
    }

    /** Looks for work at once; otherwise it is looked for every few seconds. */
    @Scheduled(fixedDelay = 5_000)
    void wake() {
        if (busy.compareAndSet(false, true)) {
            background.execute(this::workOff);
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forgetOld() {
        jobs.forgetOld();
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
        rows.shutdownNow();
    }

    private void workOff() {
        try {
            Optional<ImportJobs.Taken> job = jobs.take(runner);
            while (job.isPresent()) {
                run(job.get());
                job = jobs.take(runner);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException e) {
            LOG.warn("An import stopped and will be taken up again", e);
        } finally {
            busy.set(false);
        }
    }

    private void run(ImportJobs.Taken job) throws InterruptedException, ExecutionException {
        ProductSheet sheet = ProductSheet.read(job.sheet());
        ImportedRow.Context context = importedRow.begin(job.id(), job.actor());
        int next = job.nextRecord();
        while (next < sheet.rows().size()) {
            int end = Math.min(next + CHUNK, sheet.rows().size());
            List<Row> chunk = sheet.rows().subList(next, end);
            List<LineError> errors = take(context, chunk);
            if (!jobs.advance(job.id(), runner, end, chunk.size() - errors.size(), errors)) {
                return;
            }
            next = end;
        }
        ProductSheet.Broken broken = sheet.broken();
        if (broken != null
                && !jobs.advance(job.id(), runner, next, 0, List.of(new LineError(broken.line(), broken.message())))) {
            return;
        }
        jobs.end(job.id(), runner, broken == null ? "succeeded" : "failed");
    }

    /** Rows of one SKU go one after the other, in the order of the file. */
    private List<LineError> take(ImportedRow.Context context, List<Row> chunk)
            throws InterruptedException, ExecutionException {
        Map<String, List<Row>> bySku = new LinkedHashMap<>();
        for (Row row : chunk) {
            bySku.computeIfAbsent(row.sku().toUpperCase(Locale.ROOT), sku -> new ArrayList<>())
                    .add(row);
        }
        ImportedRow.Known known = importedRow.prepare(context, chunk);
        List<Callable<List<LineError>>> work = new ArrayList<>();
        for (List<Row> sameSku : bySku.values()) {
            work.add(() -> sameSku.stream()
                    .flatMap(row -> importedRow.take(context, known, row).stream())
                    .toList());
        }
        List<LineError> errors = new ArrayList<>();
        for (Future<List<LineError>> done : rows.invokeAll(work)) {
            errors.addAll(done.get());
        }
        return errors;
    }
}
