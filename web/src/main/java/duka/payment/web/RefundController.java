package duka.payment.web;

import duka.identity.api.Caller;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Asker;
import duka.kernel.web.Body;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.Ids;
import duka.kernel.web.IfMatch;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Mint;
import duka.kernel.web.MoneyJson;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.kernel.web.ShopMoney;
import duka.kernel.web.StepUp;
import duka.payment.api.OtherMoneyCommand.SettleRefund;
import duka.payment.api.PaymentCommand.RequestRefund;
import duka.payment.api.PaymentCommand.ReviseRefund;
import duka.payment.api.PaymentCommand.WithdrawRefund;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentQuery.FindRefund;
import duka.payment.api.PaymentQuery.ListRefunds;
import duka.payment.api.PaymentQuery.PaymentRefund;
import duka.payment.api.PaymentQuery.PaymentRefunds;
import duka.payment.api.PaymentView;
import duka.payment.api.RefundId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refunds: staff ask for them, the payment decides whether, when and by which way the money goes back. */
@RestController
@RequestMapping("/api/payments/refunds")
@Tag(name = "Refunds")
class RefundController {

    private static final String BASE = "/api/payments/refunds/";

    private final Queries queries;
    private final Commands commands;
    private final PaymentReader payments;
    private final ShopMoney money;
    private final Mint mint;
    private final StepUp stepUp;
    private final Clock clock;

    RefundController(
            Queries queries,
            Commands commands,
            PaymentReader payments,
            ShopMoney money,
            Mint mint,
            StepUp stepUp,
            Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.payments = payments;
        this.money = money;
        this.mint = mint;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** @param amount all that is left when absent */
    record RefundRequest(
            @NotBlank String paymentId,
            @Nullable MoneyJson amount,
            @NotBlank @Size(max = 500) String reason) {}

    record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}

    /** @param receipt whatever proves that the money was handed back */
    record HandedBackRequest(@Nullable @Size(max = 100) String receipt) {}

    @GetMapping("/")
    @Operation(summary = "The caller's refunds, the newest first; all of them for staff")
    PageOf<RefundResponse> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(name = "payment_id", required = false) @Nullable String paymentId,
            @RequestParam(name = "order_id", required = false) @Nullable String orderId,
            @ParameterObject PageRequest page) {
        Asker asker = payments.asker();
        Caller caller = asker.caller();
        OrderId guests = asker.guestOrder();
        RefundFilter wanted = RefundFilter.of(orderId, paymentId, status);
        PaymentRefunds found = queries.ask(
                new ListRefunds(
                        caller == null || guests != null || caller.seesEverything() ? null : caller.accountId(),
                        guests == null ? wanted.order() : guests,
                        wanted.payment(),
                        wanted.states(),
                        page),
                PaymentRefunds.class);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(RefundResponse::of).toList());
    }

    @GetMapping("/{id}/")
    @Operation(summary = "One refund")
    ResponseEntity<RefundResponse> one(@PathVariable RefundId id) {
        PaymentRefund found = visible(id);
        RefundResponse response = RefundResponse.of(found);
        return Etags.ok(found.refund().version(), Etags.representation(response), response);
    }

    @PostMapping("/")
    @Operation(summary = "Give money back (admin, after a step-up): a part, or all that is left")
    @Answers(RefundResponse.class)
    ResponseEntity<?> request(Body<RefundRequest> body) {
        RefundRequest request = body.read();
        PaymentId payment =
                payments.visible(Ids.parse(request.paymentId(), PaymentId::new)).id();
        Money amount = amount(request.amount());
        stepUp.require();
        RefundId id = mint.id(RefundId::new);
        Answer<Object> answer =
                commands.send(new RequestRefund(payment, id, amount, request.reason(), clock.instant()));
        return Reply.created(answer, BASE + id + "/", pending(id), () -> one(id));
    }

    @RequestMapping(
            path = "/{id}/",
            method = {RequestMethod.PATCH, RequestMethod.PUT})
    @Operation(summary = "Give another reason for a refund that was not sent yet (admin)")
    @Answers(RefundResponse.class)
    ResponseEntity<?> revise(@PathVariable RefundId id, Body<ReasonRequest> body, IfMatch ifMatch) {
        PaymentRefund found = visible(id);
        ReasonRequest request = body.over(new ReasonRequest(found.refund().reason()));
        Answer<Object> answer =
                commands.send(new ReviseRefund(found.payment().id(), id, request.reason(), ifMatch.version()));
        return Reply.ok(answer, BASE + id + "/", pending(id), () -> one(id));
    }

    @DeleteMapping("/{id}/")
    @Operation(summary = "Take back a refund that was not sent yet (admin)")
    @Answers
    ResponseEntity<?> withdraw(@PathVariable RefundId id, IfMatch ifMatch) {
        Answer<Object> answer =
                commands.send(new WithdrawRefund(visible(id).payment().id(), id, ifMatch.version()));
        return Reply.noContent(answer, BASE + id + "/", pending(id));
    }

    @PostMapping("/{id}/settle/")
    @Operation(summary = "Say that the money of a manual refund was handed back (admin)")
    @Answers(RefundResponse.class)
    ResponseEntity<?> handedBack(@PathVariable RefundId id, Body<HandedBackRequest> body, IfMatch ifMatch) {
        PaymentId payment = visible(id).payment().id();
        String receipt = Receipts.written(body.read().receipt());
        Answer<Object> answer =
                commands.send(new SettleRefund(payment, id, receipt, ifMatch.version(), clock.instant()));
        return Reply.ok(answer, BASE + id + "/", pending(id), () -> one(id));
    }

    private @Nullable Money amount(@Nullable MoneyJson written) {
        Money amount = money.readNullable(written, "amount");
        if (amount != null && !amount.isPositive()) {
            throw InvalidInput.field("amount", "money_invalid", "A refund is of more than nothing.");
        }
        return amount;
    }

    private PaymentRefund visible(RefundId id) {
        Predicate<PaymentView> readable = payments.ownership();
        return queries.ask(new FindRefund(id), PaymentRefunds.class).results().stream()
                .filter(found -> readable.test(found.payment()))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("refund"));
    }

    private static Pending pending(RefundId id) {
        return new Pending(id.toString(), null, "requested");
    }
}
