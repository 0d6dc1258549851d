package duka.payment.web;

import duka.identity.api.Caller;
import duka.kernel.OrderId;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Asker;
import duka.kernel.web.Body;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.payment.api.PaymentCommand.AnnotatePayment;
import duka.payment.api.PaymentCommand.VoidPayment;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentQuery.FindPayment;
import duka.payment.api.PaymentQuery.ListPayments;
import duka.payment.api.PaymentQuery.Payments;
import duka.payment.api.PaymentView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Payments: one per order, with the attempts to be paid inside. */
@RestController
@RequestMapping("/api/payments/payments")
@Tag(name = "Payments")
class PaymentController {

    private static final String BASE = "/api/payments/payments/";

    private final Queries queries;
    private final Commands commands;
    private final PaymentReader payments;
    private final NewAttempt newAttempt;
    private final Clock clock;

    PaymentController(Queries queries, Commands commands, PaymentReader payments, NewAttempt newAttempt, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.payments = payments;
        this.newAttempt = newAttempt;
        this.clock = clock;
    }

    /** @param phone the order's when absent */
    record AttemptRequest(
            @NotBlank String orderId,
            @NotBlank String method,
            @Nullable String phone) {}

    record NoteRequest(@NotNull @Size(max = 2_000) String note) {}

    @GetMapping("/")
    @Operation(summary = "The caller's payments, the newest first; all of them for staff")
    PageOf<PaymentResponse> list(@ParameterObject PageRequest page) {
        Asker asker = payments.asker();
        OrderId guests = asker.guestOrder();
        if (guests != null) {
            return ofGuest(guests, page);
        }
        Caller caller = PaymentReader.signedIn();
        Payments found = queries.ask(
                new ListPayments(caller.seesEverything() ? null : caller.accountId(), page), Payments.class);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(PaymentResponse::of).toList());
    }

    private PageOf<PaymentResponse> ofGuest(OrderId order, PageRequest page) {
        List<PaymentResponse> one = payments.find(new FindPayment(PaymentId.of(order))).stream()
                .map(PaymentResponse::of)
                .toList();
        return PageOf.of(page, one.size(), page.page() == 1 ? one : List.of());
    }

    @GetMapping("/{id}/")
    @Operation(summary = "One payment with its attempts")
    ResponseEntity<PaymentResponse> one(@PathVariable PaymentId id) {
        PaymentView payment = payments.visible(id);
        PaymentResponse response = PaymentResponse.of(payment);
        return Etags.ok(payment.version(), Etags.representation(response), response);
    }

    @PostMapping("/")
    @Operation(summary = "Try again to be paid for an order")
    @Answers(PaymentResponse.class)
    ResponseEntity<?> attempt(Body<AttemptRequest> body) {
        AttemptRequest request = body.read();
        NewAttempt.Started started = newAttempt.start(request.orderId(), request.method(), request.phone(), "phone");
        PaymentId id = started.paymentId();
        return Reply.created(started.answer(), BASE + id + "/", pending(id), () -> one(id));
    }

    @RequestMapping(
            path = "/{id}/",
            method = {RequestMethod.PATCH, RequestMethod.PUT})
    @Operation(summary = "Note something about a payment (admin)")
    @Answers(PaymentResponse.class)
    ResponseEntity<?> annotate(@PathVariable PaymentId id, Body<NoteRequest> body, IfMatch ifMatch) {
        PaymentView payment = payments.visible(id);
        NoteRequest request = body.over(new NoteRequest(payment.note()));
        ifMatch.check(payment.version());
        Answer<Object> answer = commands.send(new AnnotatePayment(id, request.note(), ifMatch.version()));
        return Reply.ok(answer, BASE + id + "/", pending(id), () -> one(id));
    }

    @DeleteMapping("/{id}/")
    @Operation(summary = "End what is pending (admin)")
    @Answers
    ResponseEntity<?> end(@PathVariable PaymentId id, IfMatch ifMatch) {
        ifMatch.check(payments.visible(id).version());
        Answer<Object> answer = commands.send(new VoidPayment(id, clock.instant()));
        return Reply.noContent(answer, BASE + id + "/", pending(id));
    }

    private static Pending pending(PaymentId id) {
        return new Pending(id.toString(), null, "initiated");
    }
}
