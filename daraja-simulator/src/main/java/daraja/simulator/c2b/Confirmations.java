package daraja.simulator.c2b;

import daraja.simulator.callback.Letter;
import daraja.simulator.callback.Postman;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.wallet.Entry;
import daraja.simulator.wallet.Ledger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the registered address of every payment: of prompts too, so that one receipt arrives in two ways. */
public final class Confirmations {

    private final Registration.Kept registration;
    private final Postman postman;
    private final Ledger ledger;
    private final Merchant merchant;

    Confirmations(Registration.Kept registration, Postman postman, Ledger ledger, Merchant merchant) {
        this.registration = registration;
        this.postman = postman;
        this.ledger = ledger;
        this.merchant = merchant;
    }

    public void paid(Entry payment) {
        Registration to = registration.current();
        if (to == null) {
            return;
        }
        String reference = payment.reference();
        var body = C2bBody.of(
                to.version(),
                type(merchant.till()),
                payment.receipt(),
                payment.at(),
                payment.amount(),
                merchant.shortcode(),
                reference == null ? "" : reference,
                C2bBody.money(ledger.shopBalance()),
                payment.msisdn());
        var ignored =
                postman.send(new Letter("c2b_confirmation", payment.receipt(), to.confirmationUrl(), Map.of(), body));
    }

    static String type(@Nullable String till) {
        return till == null ? "Pay Bill" : "Buy Goods";
    }
}
