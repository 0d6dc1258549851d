package daraja.simulator.asyncresult;

import daraja.simulator.clock.NairobiTime;
import daraja.simulator.gateway.Fields;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Product;
import daraja.simulator.wallet.Entry;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.wallet.Posting;
import java.util.Optional;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** B2C: the shop pays a customer. Charges are not modelled, so that the ledger adds up without them. */
final class Payout implements AsyncProduct {

    private final Ledger ledger;
    private final Merchant merchant;

    Payout(Ledger ledger, Merchant merchant) {
        this.ledger = ledger;
        this.merchant = merchant;
    }

    @Override
    public Product product() {
        return Product.B2C;
    }

    @Override
    public String initiatorField() {
        return "InitiatorName";
    }

    @Override
    public void check(Fields fields) {
        var unusedInitiator = fields.text("InitiatorName");
        var unusedCredential = fields.text("SecurityCredential");
        var unusedCommand = fields.oneOf("CommandID", "BusinessPayment", "SalaryPayment", "PromotionPayment");
        var unusedAmount = fields.amount("Amount", 10, 250_000);
        var unusedShop = fields.shortcode("PartyA");
        var unusedCustomer = fields.phone("PartyB");
        var unusedRemarks = fields.wording("Remarks", 2, 100, "Remarks");
    }

    @Override
    public Conclusion conclude(Conversation conversation) {
        Optional<Entry> before = ledger.conversation(conversation.id());
        if (before.isPresent()) {
            return done(before.get());
        }
        if (!conversation.field("PartyA").equals(merchant.shortcode())) {
            return failed("21");
        }
        return switch (ledger.payOut(
                conversation.field("PartyB"),
                conversation.request().path("Amount").asLong(),
                conversation.id())) {
            case Posting.Posted posted -> done(posted.entry());
            case Posting.Declined declined -> failed(declined.code());
        };
    }

    @Override
    public ObjectNode referenceItem(Conversation conversation) {
        return ResultBody.queueTimeoutItem("b2cresults");
    }

    private Conclusion done(Entry payout) {
        return new Conclusion(
                "0",
                payout.receipt(),
                new Conclusion.Parameters()
                        .with("TransactionAmount", LongNode.valueOf(payout.amount()))
                        .with("TransactionReceipt", payout.receipt())
                        .with("ReceiverPartyPublicName", Parties.customer(payout.msisdn()))
                        .with("TransactionCompletedDateTime", NairobiTime.dotted(payout.at()))
                        .with("B2CUtilityAccountAvailableFunds", Money.number(ledger.shopBalance()))
                        .with("B2CWorkingAccountAvailableFunds", Money.number(0))
                        .with("B2CRecipientIsRegisteredCustomer", "Y")
                        .with("B2CChargesPaidAccountAvailableFunds", Money.number(0))
                        .list());
    }
}
