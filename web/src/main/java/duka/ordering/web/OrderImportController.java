package duka.ordering.web;

import duka.kernel.Rejection;
import duka.kernel.web.Body;
import duka.ordering.web.ImportResponse.Excluded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes past trade in. What comes again changes nothing. */
@RestController
@RequestMapping("/api/orders/import")
@Tag(name = "Orders")
class OrderImportController {

    private final PastTrade trade;
    private final PastBuyers buyers;

    OrderImportController(PastTrade trade, PastBuyers buyers) {
        this.trade = trade;
        this.buyers = buyers;
    }

    @PostMapping("/")
    @Operation(summary = "Take past invoices and credits in, as they were; nothing follows from them (admin)")
    ImportResponse take(Body<ImportRequest> body) {
        ImportRequest request = body.read();
        buyers.refuseBadPhones(request.invoices());
        List<Excluded> excluded = new ArrayList<>();
        int orders = 0;
        int refunds = 0;
        for (ImportRequest.Invoice invoice : request.invoices()) {
            try {
                orders += trade.take(invoice, excluded) ? 1 : 0;
            } catch (Rejection refused) {
                excluded.add(new Excluded(invoice.number(), null, refused.code()));
            }
        }
        for (ImportRequest.Credit credit : request.credits()) {
            try {
                trade.take(credit);
                refunds++;
            } catch (Rejection refused) {
                excluded.add(new Excluded(credit.number(), null, refused.code()));
            }
        }
        return new ImportResponse(orders, refunds, List.copyOf(excluded));
    }
}
