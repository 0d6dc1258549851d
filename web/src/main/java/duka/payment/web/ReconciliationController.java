package duka.payment.web;

import duka.kernel.web.HttpRefusal;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.MoneyJson;
import duka.payment.api.Reconciliation;
import duka.payment.api.Reconciliations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** M-Pesa's books beside ours, for staff. */
@RestController
@RequestMapping("/api/payments/reconciliation")
@Tag(name = "Payments")
class ReconciliationController {

    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Reconciliations reconciliations;
    private final ZoneId zone;
    private final Clock clock;

    ReconciliationController(
            Reconciliations reconciliations, @Value("${duka.time-zone:Africa/Nairobi}") ZoneId zone, Clock clock) {
        this.reconciliations = reconciliations;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * A day's statement beside the books.
     *
     * @param matched how many receipts both sides have, over the same amount
     * @param closed whether the day was long enough over, and so this never changes
     */
    record ReconciliationResponse(
            LocalDate date,
            int matched,
            List<StrayMoneyResponse> moneyWithoutOrder,
            List<UnpaidOrderResponse> orderWithoutMoney,
            MoneyJson providerTotal,
            MoneyJson ledgerTotal,
            Instant madeAt,
            boolean closed) {

        static ReconciliationResponse of(Reconciliation result) {
            return new ReconciliationResponse(
                    result.date(),
                    result.matched(),
                    result.moneyWithoutOrder().stream()
                            .map(StrayMoneyResponse::of)
                            .toList(),
                    result.orderWithoutMoney().stream()
                            .map(UnpaidOrderResponse::of)
                            .toList(),
                    MoneyJson.of(result.providerTotal()),
                    MoneyJson.of(result.ledgerTotal()),
                    result.madeAt(),
                    result.closed());
        }
    }

    /** Money that M-Pesa lists and that no order knows, or knows over another amount. */
    record StrayMoneyResponse(
            String receipt,
            MoneyJson amount,
            @Nullable Instant at,
            @Nullable String phoneMasked,
            @Nullable String accountReference) {

        static StrayMoneyResponse of(Reconciliation.MoneyWithoutOrder money) {
            return new StrayMoneyResponse(
                    money.receipt(),
                    MoneyJson.of(money.amount()),
                    money.at(),
                    money.phoneMasked(),
                    money.accountReference());
        }
    }

    /** An order that counts as paid by money that M-Pesa does not list, or lists over another amount. */
    record UnpaidOrderResponse(
            String orderId,
            String number,
            String paymentId,
            @Nullable String receipt,
            MoneyJson amount,
            Instant at) {

        static UnpaidOrderResponse of(Reconciliation.OrderWithoutMoney order) {
            return new UnpaidOrderResponse(
                    order.orderId().toString(),
                    order.number().value(),
                    order.paymentId().toString(),
                    order.receipt(),
                    MoneyJson.of(order.amount()),
                    order.at());
        }
    }

    @GetMapping("/")
    @Operation(summary = "A day's payments as M-Pesa lists them, beside the shop's books (staff)", description = """
                    Compared by receipt every night at 02:30 for the day before, and at once for a day that was not yet. \
                    Both totals are money that came in: the statement lists neither reversals nor payouts, so refunds \
                    lower neither. A second payment on one prompt counts as money without an order until it went back. \
                    M-Pesa lists 48 hours: an earlier day of which nothing was kept is a 409 statement_out_of_reach. \
                    While M-Pesa cannot be asked, 503 with Retry-After.""")
    ReconciliationResponse reconciliation(
            @Parameter(description = "A day of the shop, such as 2026-11-22; yesterday by default")
                    @RequestParam(required = false)
                    @Nullable
                    String date) {
        return reconciliations
                .of(day(date))
                .map(ReconciliationResponse::of)
                .orElseThrow(() -> HttpRefusal.unavailable("M-Pesa cannot be asked now.", RETRY_AFTER));
    }

    private LocalDate day(@Nullable String written) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (written == null || written.isEmpty()) {
            return today.minusDays(1);
        }
        LocalDate day = parse(written);
        if (day.isAfter(today)) {
            throw InvalidInput.field("date", "date_in_future", "It is today at the latest.");
        }
        return day;
    }

    private static LocalDate parse(String written) {
        try {
            if (WRITTEN.matcher(written).matches()) {
                return LocalDate.parse(written);
            }
        } catch (DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static InvalidInput invalid() {
        return InvalidInput.field("date", "date_invalid", "A date such as 2026-11-23.");
    }
}
