package duka.ordering.web;

import duka.checkout.api.Sales;
import duka.identity.api.AccountId;
import duka.kernel.web.PersonalExport;
import duka.kernel.web.Queries;
import duka.ordering.api.OrderQuery.ListOrders;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's orders. */
@Component
class ExportedOrders implements PersonalExport {

    private final Queries queries;

    ExportedOrders(Queries queries) {
        this.queries = queries;
    }

    @Override
    public String section() {
        return "orders";
    }

    @Override
    public List<?> of(AccountId person) {
        return PersonalExport.all(page ->
                queries.ask(new ListOrders(person, null, null, null, null, null, page), Sales.class).results().stream()
                        .map(sale -> OrderResponse.of(sale, true))
                        .toList());
    }
}
