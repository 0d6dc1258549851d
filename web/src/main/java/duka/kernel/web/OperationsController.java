package duka.kernel.web;

import duka.kernel.api.Listed;
import duka.kernel.api.Operations;
import duka.kernel.api.Operations.Checkout;
import duka.kernel.api.Operations.Reading;
import duka.kernel.api.Operations.Work;
import duka.kernel.api.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What goes on inside, for admins. */
@RestController
@RequestMapping("/api/ops")
@Tag(name = "Operations")
class OperationsController {

    private final Operations operations;

    OperationsController(Operations operations) {
        this.operations = operations;
    }

    /**
     * A checkout under way.
     *
     * @param nextAction the moment that it waits for; {@code null} if only an event goes on from here
     * @param parked whether it stands still until its dead letters are retried or discarded
     */
    record ProcessResponse(
            String id,
            @Nullable String orderId,
            @Nullable String step,
            Instant startedAt,
            long ageSeconds,
            @Nullable String nextAction,
            @Nullable Instant dueAt,
            boolean parked) {

        static ProcessResponse of(Checkout process) {
            String step = process.step();
            return new ProcessResponse(
                    process.id(),
                    process.orderId(),
                    step == null ? null : step.toLowerCase(Locale.ROOT),
                    process.startedAt(),
                    process.ageSeconds(),
                    process.parked() ? "staff.retry-dead-letters" : process.nextAction(),
                    process.dueAt(),
                    process.parked());
        }
    }

    /** @param state {@code waiting}, {@code running}, {@code retrying} after a failure, or {@code overdue} */
    record WorkResponse(String kind, String subjectId, Instant dueAt, int attempts, String state) {

        static WorkResponse of(Work work) {
            return new WorkResponse(
                    work.kind(),
                    work.subjectId(),
                    work.dueAt(),
                    work.attempts(),
                    work.state().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A group of readers of the events.
     *
     * @param version 1, and one more for each rebuild
     * @param lag how many positions of the store it has not seen
     */
    record ProjectionResponse(String name, long version, long position, long lag, boolean running, boolean failing) {

        static ProjectionResponse of(Reading reading) {
            return new ProjectionResponse(
                    reading.name(),
                    reading.version(),
                    reading.position(),
                    reading.lag(),
                    reading.running(),
                    reading.failing());
        }
    }

    @GetMapping("/processes/")
    @Operation(summary = "Checkouts under way, the oldest first (admin)")
    PageOf<ProcessResponse> processes(@ParameterObject PageRequest page) {
        Listed<Checkout> found = operations.processes(page);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(ProcessResponse::of).toList());
    }

    @GetMapping("/due-work/")
    @Operation(summary = "Work that waits to be done and moments that are waited for, the next first (admin)")
    PageOf<WorkResponse> dueWork(@ParameterObject PageRequest page) {
        Listed<Work> found = operations.dueWork(page);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(WorkResponse::of).toList());
    }

    @GetMapping("/projections/")
    @Operation(summary = "How far each group of readers has come (admin)")
    PageOf<ProjectionResponse> projections(@ParameterObject PageRequest page) {
        List<Reading> all = operations.readings();
        return PageOf.of(
                page,
                all.size(),
                all.stream()
                        .skip(page.offset())
                        .limit(page.size())
                        .map(ProjectionResponse::of)
                        .toList());
    }
}
