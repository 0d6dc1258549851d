package duka.notification.web;

import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Mint;
import duka.kernel.web.PageOf;
import duka.notification.api.WebhookEndpoint;
import duka.notification.api.WebhookMessages;
import duka.notification.api.Webhooks;
import duka.notification.api.Webhooks.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Servers of others that are told what happens, after Standard Webhooks. */
@RestController
@RequestMapping("/api/webhook-endpoints")
@Tag(name = "Webhooks")
class WebhookEndpointController {

    private static final String BASE = "/api/webhook-endpoints/";

    private final Webhooks webhooks;
    private final WebhookMessages messages;
    private final Mint mint;

    WebhookEndpointController(Webhooks webhooks, WebhookMessages messages, Mint mint) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.mint = mint;
    }

    /**
     * @param eventTypes what it is told of, such as {@code order.confirmed}; all if absent or empty
     * @param isActive true if absent
     */
    record EndpointRequest(
            @NotBlank @Size(max = 2000) String url,
            @Nullable @Size(max = 500) String description,
            @Nullable @Size(max = 100) List<@NotNull String> eventTypes,
            @Nullable Boolean isActive) {

        static EndpointRequest of(WebhookEndpoint endpoint) {
            return new EndpointRequest(
                    endpoint.url(), endpoint.description(), endpoint.eventTypes(), endpoint.isActive());
        }
    }

    /** @param fromPosition of the first event that is told again */
    record ReplayRequest(@NotNull @Min(0) Long fromPosition) {}

    /** @param toPosition of the last event that may be told again; what is newer comes by itself */
    record ReplayResponse(long fromPosition, long toPosition) {}

    @GetMapping("/")
    @Operation(summary = "Endpoints, the newest first")
    PageOf<WebhookEndpointResponse> list(@ParameterObject PageRequest page) {
        return PageOf.of(
                page,
                webhooks.count(),
                webhooks.list(page).stream().map(WebhookEndpointResponse::of).toList());
    }

    @GetMapping("/{id}/")
    @Operation(summary = "One endpoint")
    ResponseEntity<WebhookEndpointResponse> one(@PathVariable String id) {
        return shown(found(id));
    }

    @PostMapping("/")
    @Operation(summary = "Tell another server what happens from now on; its secret is in this answer alone")
    @Answers(WebhookEndpointResponse.class)
    ResponseEntity<WebhookEndpointResponse> add(Body<EndpointRequest> body) {
        Settings settings = settings(body.read());
        WebhookEndpointResponse response = WebhookEndpointResponse.of(webhooks.add(mint.uuid(), settings));
        return Etags.on(
                        ResponseEntity.status(HttpStatus.CREATED).location(URI.create(BASE + response.id() + "/")),
                        response.version(),
                        Etags.representation(response))
                .body(response);
    }

    @PutMapping("/{id}/")
    @Operation(summary = "Replace an endpoint's settings")
    @Answers(WebhookEndpointResponse.class)
    ResponseEntity<WebhookEndpointResponse> replace(
            @PathVariable String id, Body<EndpointRequest> body, IfMatch ifMatch) {
        WebhookEndpoint endpoint = found(id);
        return changed(endpoint, body.read(), ifMatch);
    }

    @PatchMapping("/{id}/")
    @Operation(summary = "Change an endpoint")
    @Answers(WebhookEndpointResponse.class)
    ResponseEntity<WebhookEndpointResponse> change(
            @PathVariable String id, Body<EndpointRequest> body, IfMatch ifMatch) {
        WebhookEndpoint endpoint = found(id);
        return changed(endpoint, body.over(EndpointRequest.of(endpoint)), ifMatch);
    }

    @DeleteMapping("/{id}/")
    @Operation(summary = "Tell an endpoint nothing more, and forget it")
    @Answers
    ResponseEntity<Void> remove(@PathVariable String id, IfMatch ifMatch) {
        webhooks.remove(found(id).id(), ifMatch.version());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/rotate-secret/")
    @Operation(summary = "A new secret, in this answer alone; for a day messages are signed under the old one too")
    @Answers(value = WebhookEndpointResponse.class, creates = false)
    WebhookEndpointResponse rotate(@PathVariable String id) {
        return WebhookEndpointResponse.of(webhooks.rotate(found(id).id()));
    }

    @GetMapping("/{id}/deliveries/")
    @Operation(summary = "What was sent to an endpoint and what it answered, the newest event first")
    PageOf<WebhookDeliveryResponse> deliveries(@PathVariable String id, @ParameterObject PageRequest page) {
        UUID endpoint = found(id).id();
        return PageOf.of(
                page,
                webhooks.countDeliveries(endpoint),
                webhooks.deliveries(endpoint, page).stream()
                        .map(WebhookDeliveryResponse::of)
                        .toList());
    }

    @PostMapping("/{id}/deliveries/{deliveryId}/redeliver/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a delivery once more, under the same webhook-id")
    WebhookDeliveryResponse redeliver(@PathVariable String id, @PathVariable String deliveryId) {
        UUID endpoint = found(id).id();
        UUID delivery = Uuids.parse(deliveryId).orElseThrow(() -> Rejection.notFound("delivery"));
        return WebhookDeliveryResponse.of(webhooks.redeliver(endpoint, delivery));
    }

    @PostMapping("/{id}/replay/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Tell an endpoint again what happened from a position on")
    ReplayResponse replay(@PathVariable String id, Body<ReplayRequest> body) {
        UUID endpoint = found(id).id();
        long from = body.read().fromPosition();
        return new ReplayResponse(from, webhooks.replay(endpoint, from));
    }

    private ResponseEntity<WebhookEndpointResponse> changed(
            WebhookEndpoint endpoint, EndpointRequest request, IfMatch ifMatch) {
        webhooks.change(endpoint.id(), settings(request), ifMatch.version());
        return one(endpoint.id().toString());
    }

    private Settings settings(EndpointRequest request) {
        webhooks.objectionTo(request.url()).ifPresent(objection -> {
            throw InvalidInput.field("url", "url_not_allowed", objection);
        });
        List<String> types = request.eventTypes() == null
                ? List.of()
                : request.eventTypes().stream().distinct().toList();
        if (!messages.types().containsAll(types)) {
            throw InvalidInput.field(
                    "event_types", "unknown_event_type", "Known are " + String.join(", ", messages.types()) + ".");
        }
        return new Settings(request.url(), request.description(), types, !Boolean.FALSE.equals(request.isActive()));
    }

    private WebhookEndpoint found(String id) {
        return Uuids.parse(id).flatMap(webhooks::find).orElseThrow(() -> Rejection.notFound("webhook endpoint"));
    }

    private static ResponseEntity<WebhookEndpointResponse> shown(WebhookEndpoint endpoint) {
        WebhookEndpointResponse response = WebhookEndpointResponse.of(endpoint);
        return Etags.ok(response.version(), Etags.representation(response), response);
    }
}
