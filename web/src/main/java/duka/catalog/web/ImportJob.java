package duka.catalog.web;

import java.util.List;
import java.util.UUID;

/**
 * An import as people watch it.
 *
 * @param status {@code queued}, {@code running}, {@code succeeded} or {@code failed}
 * @param done how many products went in
 * @param errors the first of them
 * @param progress 0 to 1
 */
record ImportJob(String id, String status, int total, int done, int failed, List<LineError> errors, double progress) {

    record LineError(int line, String message) {}

    static ImportJob of(UUID id, String status, int total, int done, int failed, List<LineError> errors) {
        boolean ended = !status.equals("queued") && !status.equals("running");
        double progress = total == 0 ? (ended ? 1 : 0) : (double) (done + failed) / total;
        return new ImportJob(id.toString(), status, total, done, failed, errors, Math.min(1, progress));
    }
}
