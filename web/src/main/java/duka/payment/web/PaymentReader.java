package duka.payment.web;

import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.web.Asker;
import duka.kernel.web.GuestTokens;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.Queries;
import duka.kernel.web.RequestContext;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentQuery;
import duka.payment.api.PaymentQuery.FindPayment;
import duka.payment.api.PaymentQuery.Payments;
import duka.payment.api.PaymentView;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Reads payments for those who owe them and for staff; to anybody else they are not there. */
@Component
class PaymentReader {

    private final Queries queries;
    private final GuestTokens guests;

    PaymentReader(Queries queries, GuestTokens guests) {
        this.queries = queries;
        this.guests = guests;
    }

    /** @throws Rejection {@code not_found}, if there is none or it is not the caller's */
    PaymentView visible(PaymentId id) {
        return visible(new FindPayment(id));
    }

    /** @param query one that finds none or one */
    PaymentView visible(PaymentQuery query) {
        return find(query).filter(ownership()).orElseThrow(() -> Rejection.notFound("payment"));
    }

    /** Whether the caller may read a payment, and so its refunds. */
    Predicate<PaymentView> ownership() {
        Asker asker = asker();
        return payment -> asker.maySee(payment.customerId(), payment.orderId());
    }

    Optional<PaymentView> find(PaymentQuery query) {
        return queries.ask(query, Payments.class).results().stream().findFirst();
    }

    Asker asker() {
        return guests.asker();
    }

    static Caller signedIn() {
        return RequestContext.caller().orElseThrow(HttpRefusal::unauthenticated);
    }
}
