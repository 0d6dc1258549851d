package daraja.simulator.asyncresult;

import daraja.simulator.callback.Postman;
import daraja.simulator.clock.Agenda;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.gateway.Gate;
import daraja.simulator.gateway.Ids;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Product;
import daraja.simulator.gateway.Request;
import daraja.simulator.initiator.Initiators;
import daraja.simulator.script.Scripts;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Router;
import java.util.List;

/** The paths of the asynchronous products. */
public final class AsyncEndpoints {

    private final ResultDesk desk;

    public AsyncEndpoints(
            Merchant merchant,
            Ledger ledger,
            Conversations conversations,
            Initiators initiators,
            Scripts scripts,
            Agenda agenda,
            Postman postman,
            Ids ids,
            VirtualClock clock) {
        List<AsyncProduct> products = List.of(
                new Reversal(ledger, merchant),
                new Payout(ledger, merchant),
                new StatusQuestion(ledger, conversations, merchant),
                new BalanceQuestion(ledger, clock));
        this.desk = new ResultDesk(products, conversations, initiators, scripts, agenda, postman, ids, clock);
    }

    public void resume() {
        desk.resume();
    }

    public void routes(Router router, Gate gate) {
        router.on("*", "/mpesa/reversal/v1/request", gate.guard(Product.REVERSAL, r -> plain(Product.REVERSAL, r)))
                .on("*", "/mpesa/transactionstatus/v1/query", gate.guard(Product.STATUS, r -> plain(Product.STATUS, r)))
                .on("*", "/mpesa/accountbalance/v1/query", gate.guard(Product.BALANCE, r -> plain(Product.BALANCE, r)))
                .on("*", "/mpesa/b2c/v1/paymentrequest", gate.guard(Product.B2C, r -> plain(Product.B2C, r)))
                .on("*", "/mpesa/b2c/v3/paymentrequest", gate.guard(Product.B2C, this::payOutOnce));
    }

    private Answer plain(Product product, Request request) {
        return desk.accept(product, request, null);
    }

    /** The shop's own id makes the payout happen once. */
    private Answer payOutOnce(Request request) {
        return desk.accept(Product.B2C, request, request.fields().text("OriginatorConversationID"));
    }
}
