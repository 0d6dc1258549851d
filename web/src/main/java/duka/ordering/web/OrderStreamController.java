package duka.ordering.web;

import duka.checkout.api.SaleView;
import duka.identity.api.Tickets;
import duka.kernel.web.Asker;
import duka.kernel.web.GuestTokens;
import duka.kernel.web.HttpRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
    private final GuestTokens guests;

    OrderStreamController(OrderReader orders, OrderStreams streams, Tickets tickets, GuestTokens guests) {
        this.orders = orders;
        this.streams = streams;
        this.tickets = tickets;
        this.guests = guests;
    }

    @GetMapping(path = "/api/orders/{idOrNumber}/stream/", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Follow an order live, as server-sent events that end with it")
    ResponseEntity<SseEmitter> stream(
            @PathVariable String idOrNumber,
            @RequestParam(required = false) @Nullable String ticket,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        Asker asker = asker(ticket);
        SaleView sale = orders.visible(asker, idOrNumber);
        long lastShown = lastShown(lastEventId);
        if (sale.order().status().isFinal() && sale.representation() <= lastShown) {
            return ResponseEntity.noContent().build();
        }
        OrderFollower follower = new OrderFollower(OrderReader.seesPhones(asker, sale), lastShown);
        streams.follow(sale, follower);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(follower.emitter());
    }

    private Asker asker(@Nullable String ticket) {
        return ticket == null
                ? guests.asker()
                : tickets.redeem(ticket).map(Asker::of).orElseThrow(HttpRefusal::unauthenticated);
    }

    /** An id that is none of ours is no id: the reader gets the order as it is. */
    private static long lastShown(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.parseLong(lastEventId) : -1;
    }
}
