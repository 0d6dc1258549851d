package duka.payment.web;

import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.kernel.Rejection;
import duka.kernel.web.Asker;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.GuestTokens;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.Ids;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Phones;
import duka.kernel.web.Queries;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentCommand.StartAttempt;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentQuery.FindPromptOnPhone;
import duka.payment.api.PaymentQuery.PhoneBusy;
import duka.payment.api.PaymentView;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins another attempt to be paid for an order: another prompt on a phone. */
@Component
class NewAttempt {

    private static final String MPESA = "mpesa";

    private final Queries queries;
    private final Commands commands;
    private final GuestTokens guests;
    private final Clock clock;

    NewAttempt(Queries queries, Commands commands, GuestTokens guests, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.guests = guests;
        this.clock = clock;
    }

    record Started(PaymentId paymentId, AttemptId attemptId, Answer<Object> answer) {}

    /**
     * @param phone the order's if it is not given
     * @param phoneField how the caller calls the phone
     * @throws Rejection {@code order_not_payable}, {@code payment_in_progress} or {@code phone_busy}
     */
    Started start(String orderId, String method, @Nullable String phone, String phoneField) {
        SaleView sale = payable(Ids.parse(orderId, OrderId::new));
        if (!method.equals(MPESA)) {
            throw InvalidInput.field("method", "payment_method_not_supported", "Only mpesa prompts somebody to pay.");
        }
        PhoneNumber prompted = phone(phone, phoneField, sale);
        PaymentView payment = sale.payment();
        if (payment == null) {
            throw new Rejection("order_not_payable", "This order cannot be paid now.");
        }
        OrderId order = sale.order().id();
        if (queries.ask(new FindPromptOnPhone(prompted, order), PhoneBusy.class).busy()) {
            throw new Rejection("phone_busy", "Another order's prompt is on that phone.");
        }
        int n = payment.attempts().size() + 1;
        Answer<Object> answer = commands.send(new StartAttempt(
                payment.id(), n, Personal.of(sale.order().content().person(), prompted.e164()), clock.instant()));
        return new Started(payment.id(), AttemptId.of(payment.id(), n), answer);
    }

    /** Its owner pays it, or an admin lets somebody pay it; auditors look on. */
    private SaleView payable(OrderId order) {
        Asker asker = guests.asker();
        SaleView sale = queries.ask(new FindOrder(order), Sales.class).results().stream()
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("order"));
        if (asker.isAdmin() || asker.owns(sale.order().content().customerId(), order)) {
            return sale;
        }
        throw asker.seesEverything() ? HttpRefusal.forbidden() : Rejection.notFound("order");
    }

    private static PhoneNumber phone(@Nullable String written, String field, SaleView sale) {
        if (written != null) {
            return Phones.read(written, field);
        }
        OrderContent content = sale.order().content();
        Personal known =
                content.phone() == null ? sale.order().shippingAddress().phone() : content.phone();
        return known.reveal()
                .flatMap(PhoneNumber::parse)
                .orElseThrow(() -> InvalidInput.field(field, "phone_invalid", "Name the phone that pays."));
    }
}
