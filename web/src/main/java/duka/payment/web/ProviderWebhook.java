package duka.payment.web;

import duka.kernel.Money;
import duka.kernel.web.Commands;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.ShopMoney;
import duka.kernel.web.WebJson;
import duka.payment.api.OtherMoneyCommand;
import duka.payment.api.OtherMoneyCommand.RecordProviderFailed;
import duka.payment.api.OtherMoneyCommand.RecordProviderPaid;
import duka.payment.api.OtherMoneyCommand.RecordProviderRefund;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where another payment provider tells what became of its money. Whatever is refused here, an unknown order too, is
 * heard again when the provider repeats it.
 */
@RestController
@RequestMapping("/api/payments/webhook")
@Tag(name = "Payments")
class ProviderWebhook {

    private final ProviderSignature signature;
    private final ProviderInbox inbox;
    private final Commands commands;
    private final ShopMoney money;
    private final WebJson json;
    private final Clock clock;

    ProviderWebhook(
            ProviderSignature signature,
            ProviderInbox inbox,
            Commands commands,
            ShopMoney money,
            WebJson json,
            Clock clock) {
        this.signature = signature;
        this.inbox = inbox;
        this.commands = commands;
        this.money = money;
        this.json = json;
        this.clock = clock;
    }

    record Received(String id, boolean received) {}

    @PostMapping("/")
    @Operation(
            summary = "What another provider says about the money of an external payment, signed",
            description =
                    "The body is {id, type: payment.succeeded, payment.failed or refund.succeeded, data: {order_id, "
                            + "amount: {amount, currency}, receipt?, failure_message?}}. X-Signature is t=<unix seconds>,"
                            + "v1=<hex of HMAC-SHA256 over timestamp.body>, at most five minutes old.")
    Received hear(
            @RequestHeader(name = "X-Signature", required = false) @Nullable String header, HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        if (!signature.isGood(header, body)) {
            throw HttpRefusal.unauthenticated("bad_signature", "This is not signed, or not by whom it should be.");
        }
        ProviderEvent event = ProviderEvent.read(json.mapper(), body, money.currency());
        UUID run = UUID.randomUUID();
        switch (inbox.take(event.id(), event.type().written(), run)) {
            case OURS -> dealWith(event, run);
            case ANOTHERS ->
                throw HttpRefusal.unavailable("This event is being dealt with right now.", Duration.ofSeconds(5));
            case DONE_BEFORE -> {}
        }
        return new Received(event.id(), true);
    }

    private void dealWith(ProviderEvent event, UUID run) {
        try {
            Commands.Answer<Object> unused = commands.send(command(event));
        } catch (RuntimeException refused) {
            inbox.letGo(event.id(), run);
            throw refused;
        }
        inbox.finish(event.id(), run);
    }

    private OtherMoneyCommand command(ProviderEvent event) {
        PaymentId payment = PaymentId.of(event.order());
        Instant now = clock.instant();
        Money amount = event.amount();
        return switch (event.type()) {
            case PAYMENT_SUCCEEDED ->
                new RecordProviderPaid(payment, Objects.requireNonNull(amount), event.receipt(), now);
            case REFUND_SUCCEEDED ->
                new RecordProviderRefund(
                        payment,
                        RefundId.of(payment, "provider:" + event.id()),
                        Objects.requireNonNull(amount),
                        event.receipt(),
                        now);
            case PAYMENT_FAILED ->
                new RecordProviderFailed(
                        payment,
                        "provider_failed",
                        event.failure() == null ? "The provider could not take the payment." : event.failure(),
                        now);
        };
    }
}
