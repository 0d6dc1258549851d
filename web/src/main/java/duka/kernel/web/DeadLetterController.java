package duka.kernel.web;

import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.api.DeadLetters;
import duka.kernel.api.DeadLetters.DeadLetter;
import duka.kernel.api.DeadLetters.Retried;
import duka.kernel.api.Listed;
import duka.kernel.api.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events that somebody could not handle, for admins to retry or to let go. */
@RestController
@RequestMapping("/api/ops/dead-letters")
@Tag(name = "Operations")
class DeadLetterController {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterController.class);

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    /**
     * An event that was set aside.
     *
     * @param sequence whose events wait behind it
     * @param attempts how often it was tried; 0 if it only follows another
     */
    record DeadLetterResponse(
            UUID id,
            String group,
            String sequence,
            String eventType,
            String eventId,
            @Nullable Long position,
            @Nullable String aggregateId,
            Instant parkedAt,
            int attempts,
            String lastCause) {

        static DeadLetterResponse of(DeadLetter letter) {
            return new DeadLetterResponse(
                    letter.id(),
                    letter.group(),
                    letter.sequence(),
                    letter.eventType(),
                    letter.eventId(),
                    letter.position(),
                    letter.aggregateId(),
                    letter.parkedAt(),
                    letter.attempts(),
                    letter.lastCause());
        }
    }

    /**
     * What a retry did.
     *
     * @param outcome {@code handled}, or {@code failed} if the event is still set aside
     * @param handled how many events of the sequence were handled
     * @param remaining how many of them are still set aside
     */
    record RetryResponse(
            UUID id,
            String outcome,
            int handled,
            long remaining,
            @Nullable String lastCause) {

        static RetryResponse of(UUID id, Retried retried) {
            return new RetryResponse(
                    id,
                    retried.done() ? "handled" : "failed",
                    retried.handled(),
                    retried.remaining(),
                    retried.lastCause());
        }
    }

    @GetMapping("/")
    @Operation(summary = "Events that were set aside, the newest first (admin)")
    PageOf<DeadLetterResponse> list(@ParameterObject PageRequest page) {
        Listed<DeadLetter> found = letters.list(page);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(DeadLetterResponse::of).toList());
    }

    @PostMapping("/{id}/retry/")
    @Operation(
            summary = "Hand the event and all of its sequence back to their group (admin)",
            description = "Answers when that was tried. It goes in order, and stops at the first that fails again.")
    @Answers(value = RetryResponse.class, creates = false)
    ResponseEntity<RetryResponse> retry(@PathVariable String id) {
        UUID letter = parse(id);
        return ResponseEntity.ok(RetryResponse.of(letter, letters.retry(letter)));
    }

    @DeleteMapping("/{id}/")
    @Operation(
            summary = "Let an event go for the group that could not handle it (admin)",
            description = "Those that wait behind it stay, and can be retried.")
    @Answers
    ResponseEntity<Void> discard(@PathVariable String id) {
        UUID letter = parse(id);
        letters.discard(letter);
        LOG.warn(
                "Dead letter {} was discarded by {}",
                letter,
                RequestContext.caller().map(Caller::actor).orElse("nobody"));
        return ResponseEntity.noContent().build();
    }

    private static UUID parse(String id) {
        return Uuids.parse(id).orElseThrow(() -> Rejection.notFound("dead letter"));
    }
}
