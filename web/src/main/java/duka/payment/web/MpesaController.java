package duka.payment.web;

import duka.kernel.Uuids;
import duka.kernel.web.Body;
import duka.kernel.web.MoneyJson;
import duka.payment.api.AttemptId;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentQuery.FindPaymentOfAttempt;
import duka.payment.api.PaymentQuery.FindPaymentOfCheckout;
import duka.payment.api.PaymentStatus;
import duka.payment.api.PaymentView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** M-Pesa as payers meet it: a prompt on a phone, and what became of it. */
@RestController
@RequestMapping("/api/payments/mpesa")
@Tag(name = "M-Pesa")
class MpesaController {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final NewAttempt newAttempt;
    private final PaymentReader payments;
    private final MpesaMethods methods;

    MpesaController(NewAttempt newAttempt, PaymentReader payments, MpesaMethods methods) {
        this.newAttempt = newAttempt;
        this.payments = payments;
        this.methods = methods;
    }

    record InitiateRequest(
            @NotBlank String orderId, @NotBlank String phoneNumber) {}

    /** @param transactionId the attempt's id */
    record InitiateResponse(
            String transactionId,
            @Nullable String checkoutRequestId,
            String status,
            String customerMessage,
            @Nullable String failureCode) {}

    record TransactionResponse(
            String transactionId,
            String status,
            @Nullable String resultCode,
            @Nullable String resultDesc,
            @Nullable String receiptNumber,
            MoneyJson amount,
            Instant updatedAt) {}

    @PostMapping("/initiate/")
    @Operation(summary = "Put a prompt on a phone, and wait at most five seconds for M-Pesa to take it")
    ResponseEntity<InitiateResponse> initiate(Body<InitiateRequest> body) {
        InitiateRequest request = body.read();
        NewAttempt.Started started =
                newAttempt.start(request.orderId(), "mpesa", request.phoneNumber(), "phone_number");
        AttemptId id = started.attemptId();
        InitiateResponse response = answered(id)
                .map(MpesaController::initiated)
                .orElseGet(() -> new InitiateResponse(
                        id.toString(), null, "initiated", "Wait for the prompt on your phone.", null));
        return ResponseEntity.created(URI.create("/api/payments/mpesa/transactions/" + id + "/status/"))
                .body(response);
    }

    @GetMapping("/transactions/{transactionId}/status/")
    @Operation(summary = "What became of a prompt, by the attempt's id or M-Pesa's CheckoutRequestID")
    TransactionResponse status(@PathVariable String transactionId) {
        Optional<AttemptId> id = Uuids.parse(transactionId).map(AttemptId::new);
        PaymentView payment = id.isPresent()
                ? payments.visible(new FindPaymentOfAttempt(id.get()))
                : payments.visible(new FindPaymentOfCheckout(transactionId));
        PaymentView.Attempt attempt = payment.attempts().stream()
                .filter(one -> id.isPresent()
                        ? one.id().equals(id.get())
                        : transactionId.equals(PaymentResponse.text(one.checkoutRequestId())))
                .findFirst()
                .orElseThrow();
        return new TransactionResponse(
                attempt.id().toString(),
                PaymentResponse.lower(PaymentStatus.of(attempt.state())),
                attempt.resultCode(),
                attempt.resultText(),
                attempt.receipt(),
                MoneyJson.of(payment.amount()),
                payment.updatedAt());
    }

    @GetMapping("/payment-methods/")
    @Operation(summary = "How the shop is paid by M-Pesa")
    List<MpesaMethods.Method> paymentMethods() {
        return methods.paymentMethods();
    }

    /** The attempt once M-Pesa answered the push, or after five seconds as it then stands. */
    private Optional<PaymentView.Attempt> answered(AttemptId id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<PaymentView.Attempt> attempt = attempt(id);
        while (System.nanoTime() < end
                && attempt.map(MpesaController::isUnanswered).orElse(true)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            attempt = attempt(id);
        }
        return attempt;
    }

    private Optional<PaymentView.Attempt> attempt(AttemptId id) {
        return payments.find(new FindPaymentOfAttempt(id)).stream()
                .flatMap(payment -> payment.attempts().stream())
                .filter(attempt -> attempt.id().equals(id))
                .findFirst();
    }

    private static boolean isUnanswered(PaymentView.Attempt attempt) {
        return attempt.state() == AttemptState.CREATED || attempt.state() == AttemptState.SENDING;
    }

    private static InitiateResponse initiated(PaymentView.Attempt attempt) {
        PaymentStatus status = PaymentStatus.of(attempt.state());
        String failure = attempt.resultText();
        boolean failed = status == PaymentStatus.FAILED;
        return new InitiateResponse(
                attempt.id().toString(),
                PaymentResponse.text(attempt.checkoutRequestId()),
                PaymentResponse.lower(status),
                failed && failure != null ? failure : "Enter your M-Pesa PIN in the prompt on your phone.",
                failed ? attempt.resultCode() : null);
    }
}
