package duka.ordering.web;

import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.identity.api.Caller;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Mint;
import duka.kernel.web.Ordering;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderCommand.AmendOrder;
import duka.ordering.api.OrderCommand.CancelOrder;
import duka.ordering.api.OrderView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders: their owners place, follow, amend and cancel them; staff do so for them. */
@RestController
@RequestMapping("/api/orders")
@Tag(name = "Orders")
class OrderController {

    private static final String BASE = "/api/orders/";

    private final Queries queries;
    private final Commands commands;
    private final OrderReader orders;
    private final OrderPlacement placement;
    private final Buyers buyers;
    private final Mint mint;
    private final ZoneId zone;

    OrderController(
            Queries queries,
            Commands commands,
            OrderReader orders,
            OrderPlacement placement,
            Buyers buyers,
            Mint mint,
            @Value("${duka.time-zone:Africa/Nairobi}") ZoneId zone) {
        this.queries = queries;
        this.commands = commands;
        this.orders = orders;
        this.placement = placement;
        this.buyers = buyers;
        this.mint = mint;
        this.zone = zone;
    }

    @GetMapping("/")
    @Operation(summary = "The caller's orders, the newest first; all of them for staff")
    PageOf<OrderResponse> list(
            @ParameterObject OrderFilter filter,
            @ParameterObject PageRequest page,
            @RequestParam(required = false) @Nullable String ordering) {
        Ordering.only(ordering, "-placed_at");
        Caller caller = OrderReader.signedIn();
        Sales found = queries.ask(
                filter.toQuery(caller.seesEverything() ? null : caller.accountId(), zone, page), Sales.class);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(orders::response).toList());
    }

    @GetMapping("/{idOrNumber}/")
    @Operation(summary = "One order, by its id or number")
    ResponseEntity<OrderResponse> one(@PathVariable String idOrNumber) {
        return shown(orders.visible(idOrNumber));
    }

    @PostMapping("/")
    @Operation(summary = "Order what is in the cart")
    @Answers(OrderResponse.class)
    ResponseEntity<?> place(Body<PlaceOrderRequest> body, Locale spoken) {
        OrderId id = mint.id(OrderId::new);
        Buyer buyer = buyers.of(id);
        PlaceOrderRequest request = body.read();
        buyers.heard(buyer, id, spoken);
        OrderPlacement.Placed placed = placement.place(id, buyer, request);
        return buyers.told(
                buyer,
                id,
                Reply.created(
                        placed.answer(),
                        BASE + id + "/",
                        new Pending(id.toString(), placed.number().toString(), "placed"),
                        () -> shown(orders.placed(id), true)));
    }

    @RequestMapping(
            path = "/{idOrNumber}/",
            method = {RequestMethod.PATCH, RequestMethod.PUT})
    @Operation(summary = "Change the address or the notes until the parcel leaves")
    @Answers(OrderResponse.class)
    ResponseEntity<?> amend(@PathVariable String idOrNumber, Body<AmendOrderRequest> body, IfMatch ifMatch) {
        OrderView order = orders.changeable(idOrNumber).order();
        PersonId person = order.content().person();
        AmendOrderRequest request = body.over(
                new AmendOrderRequest(AddressJson.of(order.shippingAddress()), OrderResponse.text(order.notes())));
        ifMatch.check(order.version());
        String notes = request.notes();
        Answer<Object> answer = commands.send(new AmendOrder(
                order.id(),
                request.shippingAddress().toAddress(person),
                notes == null || notes.isBlank() ? null : Personal.of(person, notes.strip()),
                ifMatch.version()));
        return Reply.ok(
                answer,
                BASE + order.id() + "/",
                pending(order),
                () -> one(order.id().toString()));
    }

    @DeleteMapping("/{idOrNumber}/")
    @Operation(summary = "Cancel an order: its stock is released and its money goes back")
    @Answers
    ResponseEntity<?> cancel(@PathVariable String idOrNumber, IfMatch ifMatch) {
        OrderView order = orders.changeable(idOrNumber).order();
        ifMatch.check(order.version());
        Answer<Object> answer = commands.send(new CancelOrder(order.id(), CancellationReason.REQUESTED));
        return Reply.noContent(answer, BASE + order.id() + "/", pending(order));
    }

    private ResponseEntity<OrderResponse> shown(SaleView sale) {
        return Etags.ok(sale.order().version(), sale.representation(), orders.response(sale));
    }

    private static ResponseEntity<OrderResponse> shown(SaleView sale, boolean phonesInFull) {
        return Etags.ok(sale.order().version(), sale.representation(), OrderResponse.of(sale, phonesInFull));
    }

    private static Pending pending(OrderView order) {
        return new Pending(
                order.id().toString(), order.content().number().toString(), OrderResponse.lower(order.status()));
    }
}
