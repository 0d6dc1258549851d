package duka.payment.web;

import duka.kernel.Money;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.IfMatch;
import duka.kernel.web.MoneyJson;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.kernel.web.ShopMoney;
import duka.kernel.web.StepUp;
import duka.payment.api.PaymentCommand.Decision;
import duka.payment.api.PaymentCommand.ResolveDispute;
import duka.payment.api.PaymentCommand.SettlePayment;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where staff say what became of money that no machine can tell about. */
@RestController
@RequestMapping("/api/payments/payments/{id}")
@Tag(name = "Payments")
class StaffVerdicts {

    private final PaymentController controller;
    private final PaymentReader payments;
    private final Commands commands;
    private final ShopMoney money;
    private final StepUp stepUp;
    private final Clock clock;

    StaffVerdicts(
            PaymentController controller,
            PaymentReader payments,
            Commands commands,
            ShopMoney money,
            StepUp stepUp,
            Clock clock) {
        this.controller = controller;
        this.payments = payments;
        this.commands = commands;
        this.money = money;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** @param receipt whatever proves the money; kept as it is written */
    record SettleRequest(
            @NotNull MoneyJson amount,
            @Nullable @Size(max = 100) String receipt,
            @Nullable @Size(max = 2_000) String note) {}

    record ResolveRequest(
            @NotNull @Pattern(regexp = "accept|refund|reject")
            String decision,

            @NotNull @Size(max = 2_000) String note) {}

    @PostMapping("/settle/")
    @Operation(summary = "Say that cash, or an external provider's money, is here (admin): all of it, or nothing")
    @Answers(PaymentResponse.class)
    ResponseEntity<?> settle(@PathVariable PaymentId id, Body<SettleRequest> body, IfMatch ifMatch) {
        PaymentView payment = payments.visible(id);
        SettleRequest request = body.read();
        Money amount = money.read(request.amount(), "amount");
        ifMatch.check(payment.version());
        return answer(
                id, commands.send(new SettlePayment(id, amount, request.receipt(), request.note(), clock.instant())));
    }

    @PostMapping("/resolve/")
    @Operation(summary = "Decide about disputed money (admin): it pays, it goes back (after a step-up), or it is none")
    @Answers(PaymentResponse.class)
    ResponseEntity<?> resolve(@PathVariable PaymentId id, Body<ResolveRequest> body, IfMatch ifMatch) {
        PaymentView payment = payments.visible(id);
        ResolveRequest request = body.read();
        Decision decision = Decision.valueOf(request.decision().toUpperCase(Locale.ROOT));
        if (decision == Decision.REFUND) {
            stepUp.require();
        }
        ifMatch.check(payment.version());
        return answer(id, commands.send(new ResolveDispute(id, decision, request.note(), clock.instant())));
    }

    private ResponseEntity<?> answer(PaymentId id, Answer<Object> answer) {
        return Reply.ok(
                answer,
                "/api/payments/payments/" + id + "/",
                new Pending(id.toString(), null, "pending"),
                () -> controller.one(id));
    }
}
