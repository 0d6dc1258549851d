package daraja.simulator.asyncresult;

import daraja.simulator.clock.NairobiTime;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.gateway.Fields;
import daraja.simulator.gateway.Product;
import daraja.simulator.wallet.Ledger;
import java.util.List;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** Account Balance: the shop's money lies in the utility account. */
final class BalanceQuestion implements AsyncProduct {

    private final Ledger ledger;
    private final VirtualClock clock;

    BalanceQuestion(Ledger ledger, VirtualClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Product product() {
        return Product.BALANCE;
    }

    @Override
    public void check(Fields fields) {
        var unusedInitiator = fields.text("Initiator");
        var unusedCredential = fields.text("SecurityCredential");
        var unusedCommand = fields.oneOf("CommandID", "AccountBalance");
        var unusedShop = fields.shortcode("PartyA");
        var unusedType = fields.oneOf("IdentifierType", "4");
        var unusedRemarks = fields.wording("Remarks", 2, 100, "Remarks");
    }

    @Override
    public Conclusion conclude(Conversation conversation) {
        String accounts = String.join(
                "&",
                Money.account("Working Account", 0),
                Money.account("Float Account", 0),
                Money.account("Utility Account", ledger.shopBalance()),
                Money.account("Charges Paid Account", 0),
                Money.account("Organization Settlement Account", 0));
        List<ObjectNode> parameters = new Conclusion.Parameters()
                .with("AccountBalance", accounts)
                .with("BOCompletedTime", NairobiTime.compact(clock.now()))
                .list();
        return new Conclusion("0", null, parameters);
    }

    /** A failure of this product carries one parameter, as an object. */
    @Override
    public Conclusion failed(String code) {
        LongNode now = LongNode.valueOf(Long.parseLong(NairobiTime.compact(clock.now())));
        return new Conclusion(
                code,
                null,
                new Conclusion.Parameters().with("BOCompletedTime", now).list());
    }

    @Override
    public ObjectNode referenceItem(Conversation conversation) {
        return ResultBody.queueTimeoutItem("abresults");
    }

    @Override
    public boolean codesAsText() {
        return true;
    }
}
