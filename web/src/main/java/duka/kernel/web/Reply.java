package duka.kernel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers to writes: with what the read model now shows, or 202 if it is still behind. */
public final class Reply {

    private Reply() {}

    /** The resource of a write that was accepted and is not shown yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pending(String id, @Nullable String number, String status) {

        public static Pending of(Object id) {
            return new Pending(id.toString(), null, "accepted");
        }
    }

    /** 201 with {@code Location}, else 202. The supplier reads the view and is asked only if it is there. */
    public static ResponseEntity<?> created(
            Commands.Answer<?> answer, String location, Pending pending, Supplier<? extends ResponseEntity<?>> view) {
        if (!answer.visible()) {
            return accepted(location, pending);
        }
        ResponseEntity<?> shown = view.get();
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(shown.getHeaders())
                .location(URI.create(location))
                .body(shown.getBody());
    }

    /** 200 with the resource, else 202. */
    public static ResponseEntity<?> ok(
            Commands.Answer<?> answer, String location, Pending pending, Supplier<? extends ResponseEntity<?>> view) {
        return answer.visible() ? view.get() : accepted(location, pending);
    }

    /** 204, else 202. */
    public static ResponseEntity<?> noContent(Commands.Answer<?> answer, String location, Pending pending) {
        return answer.visible() ? ResponseEntity.noContent().build() : accepted(location, pending);
    }

    private static ResponseEntity<?> accepted(String location, Pending pending) {
        return ResponseEntity.accepted().location(URI.create(location)).body(pending);
    }
}
