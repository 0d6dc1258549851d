package duka.payment.web;

import duka.identity.api.AccountId;
import duka.kernel.web.PersonalExport;
import duka.kernel.web.Queries;
import duka.payment.api.PaymentQuery.ListPayments;
import duka.payment.api.PaymentQuery.Payments;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's payments, their phones masked. */
@Component
class ExportedPayments implements PersonalExport {

    private final Queries queries;

    ExportedPayments(Queries queries) {
        this.queries = queries;
    }

    @Override
    public String section() {
        return "payments";
    }

    @Override
    public List<?> of(AccountId person) {
        return PersonalExport.all(page -> queries.ask(new ListPayments(person, page), Payments.class).results().stream()
                .map(PaymentResponse::of)
                .toList());
    }
}
