package duka.payment.api;

import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PhoneNumber;
import duka.kernel.api.PageRequest;
import duka.ordering.api.OrderNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked about payments. */
public sealed interface PaymentQuery {

    /** The newest first, of one customer or of all → {@link Payments}. */
    record ListPayments(@Nullable AccountId customerId, PageRequest page) implements PaymentQuery {}

    /** → {@link Payments} of none or one. */
    record FindPayment(PaymentId paymentId) implements PaymentQuery {}

    /** → {@link Payments} of none or one. */
    record FindPaymentOfAttempt(AttemptId attemptId) implements PaymentQuery {}

    /** By the id that Daraja gave to the prompt → {@link Payments} of none or one. */
    record FindPaymentOfCheckout(String checkoutRequestId) implements PaymentQuery {}

    /**
     * The newest first → {@link PaymentRefunds}. What is {@code null} or empty leaves nothing out.
     *
     * @param states those that are wanted
     */
    record ListRefunds(
            @Nullable AccountId customerId,
            @Nullable OrderId orderId,
            @Nullable PaymentId paymentId,
            Set<PaymentView.RefundState> states,
            PageRequest page)
            implements PaymentQuery {}

    /** → {@link PaymentRefunds} of none or one. */
    record FindRefund(RefundId refundId) implements PaymentQuery {}

    /** Whether another order's prompt is on that phone now → {@link PhoneBusy}. */
    record FindPromptOnPhone(PhoneNumber phone, OrderId exceptFor) implements PaymentQuery {}

    /**
     * What orders know of money that came by M-Pesa: those that were placed in that time, and those of these numbers →
     * {@link MoneyTaken}.
     *
     * @param until is not included
     */
    record ListMoneyTaken(Instant from, Instant until, Set<OrderNumber> numbers) implements PaymentQuery {}

    record Payments(long count, List<PaymentView> results) {}

    record PaymentRefunds(long count, List<PaymentRefund> results) {}

    /** A refund with the payment that it belongs to. */
    record PaymentRefund(PaymentView payment, PaymentView.Refund refund) {}

    record PhoneBusy(boolean busy) {}

    record MoneyTaken(List<Taken> results) {}

    /**
     * Money that an order knows of.
     *
     * @param receipt {@code null} while only a query said that it came
     * @param amount {@code null} while that is in doubt
     * @param at when the order learnt of it
     * @param counted whether the order is paid by it, as far as the shop believes
     */
    record Taken(
            PaymentId paymentId,
            OrderId orderId,
            OrderNumber number,
            @Nullable String receipt,
            @Nullable Money amount,
            Instant at,
            boolean counted) {}
}
