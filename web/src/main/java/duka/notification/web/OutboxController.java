package duka.notification.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import duka.kernel.web.PageOf;
import duka.notification.api.LocalOutbox;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mails and texts that nobody delivers, in development. */
@RestController
@RequestMapping("/api/ops/mail-outbox")
@Tag(name = "Operation")
class OutboxController {

    private final Optional<LocalOutbox> outbox;

    OutboxController(Optional<LocalOutbox> outbox) {
        this.outbox = outbox;
    }

    /** @param channel {@code mail} or {@code sms} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutboxMessageResponse(
            String id,
            String to,
            String subject,
            String text,
            @Nullable String html,
            Instant at,
            String channel) {

        static OutboxMessageResponse of(LocalOutbox.Message message) {
            return new OutboxMessageResponse(
                    message.id().toString(),
                    message.to(),
                    message.subject(),
                    message.text(),
                    message.html(),
                    message.at(),
                    message.channel());
        }

        @Override
        public String toString() {
            return "OutboxMessageResponse[…]";
        }
    }

    @GetMapping("/")
    @Operation(summary = "Messages that were kept instead of sent, the newest first; absent where a mail server is set")
    PageOf<OutboxMessageResponse> list(@ParameterObject PageRequest page) {
        LocalOutbox.Kept kept =
                outbox.orElseThrow(() -> Rejection.notFound("outbox")).list(page);
        return PageOf.of(
                page,
                kept.count(),
                kept.messages().stream().map(OutboxMessageResponse::of).toList());
    }
}
