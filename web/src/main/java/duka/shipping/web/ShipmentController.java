package duka.shipping.web;

import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Mint;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentQuery.Shipments;
import duka.shipping.api.ShipmentQuery.TrackShipment;
import duka.shipping.api.ShipmentView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parcels: staff send them on, their owners watch. */
@RestController
@RequestMapping("/api/shipments")
@Tag(name = "Shipments")
class ShipmentController {

    private static final String BASE = "/api/shipments/";

    private final Queries queries;
    private final ShipmentReader shipments;
    private final Dispatch dispatch;
    private final Packing packing;
    private final Mint mint;

    ShipmentController(Queries queries, ShipmentReader shipments, Dispatch dispatch, Packing packing, Mint mint) {
        this.queries = queries;
        this.shipments = shipments;
        this.dispatch = dispatch;
        this.packing = packing;
        this.mint = mint;
    }

    @GetMapping("/")
    @Operation(summary = "The caller's parcels, the newest first; all of them for staff")
    PageOf<ShipmentResponse> list(@ParameterObject PageRequest page) {
        Shipments found = shipments.mine(page);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(ShipmentResponse::of).toList());
    }

    @GetMapping("/{id}/")
    @Operation(summary = "One parcel")
    ResponseEntity<ShipmentResponse> one(@PathVariable ShipmentId id) {
        return ShipmentReader.shown(shipments.visible(id));
    }

    @GetMapping("/track/{trackingNumber}/")
    @Operation(summary = "Where a parcel is, for whoever knows its tracking number")
    ShipmentResponse track(@PathVariable String trackingNumber) {
        return queries.ask(new TrackShipment(trackingNumber), Shipments.class).results().stream()
                .findFirst()
                .map(shipment -> ShipmentResponse.of(shipment).withoutNotes())
                .orElseThrow(() -> Rejection.notFound("shipment"));
    }

    @PostMapping("/")
    @Operation(summary = "Pack another parcel of an order (admin)")
    @Answers(ShipmentResponse.class)
    ResponseEntity<?> create(Body<ShipmentRequests.Create> body) {
        ShipmentId id = mint.id(ShipmentId::new);
        Answer<Object> answer = packing.pack(id, body.read());
        return Reply.created(answer, BASE + id + "/", new Pending(id.toString(), null, "preparing"), () -> one(id));
    }

    @PatchMapping("/{id}/")
    @Operation(summary = "Name the carrier or move the parcel on (admin)")
    @Answers(ShipmentResponse.class)
    ResponseEntity<?> change(@PathVariable ShipmentId id, Body<ShipmentRequests.Change> body, IfMatch ifMatch) {
        ShipmentView shipment = shipments.visible(id);
        ShipmentRequests.Change request = body.over(new ShipmentRequests.Change(
                shipment.status().name().toLowerCase(Locale.ROOT),
                shipment.carrier(),
                shipment.trackingNumber(),
                null));
        return answered(shipment, dispatch.change(shipment, request, ifMatch));
    }

    @PostMapping("/{id}/events/")
    @Operation(summary = "Report what happened to a parcel (admin)")
    @Answers(ShipmentResponse.class)
    ResponseEntity<?> report(@PathVariable ShipmentId id, Body<ShipmentRequests.Event> body) {
        ShipmentView shipment = shipments.visible(id);
        Answer<Object> answer = dispatch.report(shipment, body.read());
        return Reply.created(answer, BASE + id + "/", pending(shipment), () -> one(id));
    }

    private ResponseEntity<?> answered(ShipmentView shipment, Answer<Object> answer) {
        return Reply.ok(answer, BASE + shipment.id() + "/", pending(shipment), () -> one(shipment.id()));
    }

    private static Pending pending(ShipmentView shipment) {
        return new Pending(
                shipment.id().toString(), null, shipment.status().name().toLowerCase(Locale.ROOT));
    }
}
