package duka.ordering.web;

import duka.checkout.api.SaleView;
import duka.identity.api.Caller;
import duka.identity.api.Tickets;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Orders as they change. */
@RestController
@Tag(name = "Orders")
class OrderStreamController {

    private final OrderReader orders;
    private final OrderStreams streams;
    private final Tickets tickets;

    OrderStreamController(OrderReader orders, OrderStreams streams, Tickets tickets) {
        this.orders = orders;
        this.streams = streams;
        this.tickets = tickets;
    }

    @GetMapping(path = "/api/orders/{idOrNumber}/stream/", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Follow an order live, as server-sent events that end with it")
    ResponseEntity<SseEmitter> stream(
            @PathVariable String idOrNumber,
            @RequestParam(required = false) @Nullable String ticket,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        Caller caller = caller(ticket);
        SaleView sale = orders.visible(caller, idOrNumber);
        long lastShown = lastShown(lastEventId);
        if (sale.order().status().isFinal() && sale.representation() <= lastShown) {
            return ResponseEntity.noContent().build();
        }
        OrderFollower follower = new OrderFollower(OrderReader.seesPhones(caller, sale), lastShown);
        streams.follow(sale, follower);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(follower.emitter());
    }

    private Caller caller(@Nullable String ticket) {
        return RequestContext.caller()
                .or(() -> ticket == null ? Optional.empty() : tickets.redeem(ticket))
                .orElseThrow(HttpRefusal::unauthenticated);
    }

    /** An id that is none of ours is no id: the reader gets the order as it is. */
    private static long lastShown(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.parseLong(lastEventId) : -1;
    }
}
