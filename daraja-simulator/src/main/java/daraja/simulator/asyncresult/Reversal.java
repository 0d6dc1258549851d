package daraja.simulator.asyncresult;

import daraja.simulator.clock.NairobiTime;
import daraja.simulator.gateway.Fields;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Product;
import daraja.simulator.wallet.Entry;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.wallet.Posting;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives a payment back, once: R000001 the second time, R000002 for a receipt that is no payment. */
final class Reversal implements AsyncProduct {

    private static final Pattern RECEIPT = Pattern.compile("[A-Z0-9]{10}");

    private final Ledger ledger;
    private final Merchant merchant;

    Reversal(Ledger ledger, Merchant merchant) {
        this.ledger = ledger;
        this.merchant = merchant;
    }

    @Override
    public Product product() {
        return Product.REVERSAL;
    }

    @Override
    public void check(Fields fields) {
        var unusedInitiator = fields.text("Initiator");
        var unusedCredential = fields.text("SecurityCredential");
        var unusedCommand = fields.oneOf("CommandID", "TransactionReversal");
        var unusedReceipt = fields.matching("TransactionID", RECEIPT);
        var unusedAmount = fields.amount("Amount", 1, 250_000);
        var unusedReceiver = fields.shortcode("ReceiverParty");
        // Safaricom's spelling; the right one is not read.
        var unusedType = fields.oneOf("RecieverIdentifierType", "11");
        var unusedRemarks = fields.wording("Remarks", 2, 100, "Remarks");
    }

    @Override
    public Conclusion conclude(Conversation conversation) {
        Optional<Entry> before = ledger.conversation(conversation.id());
        if (before.isPresent()) {
            return done(before.get());
        }
        if (!conversation.field("ReceiverParty").equals(merchant.shortcode())) {
            return failed("21");
        }
        return switch (ledger.reverse(
                conversation.field("TransactionID"),
                conversation.request().path("Amount").asLong(),
                conversation.id())) {
            case Posting.Posted posted -> done(posted.entry());
            case Posting.Declined declined -> failed(declined.code());
        };
    }

    @Override
    public ObjectNode referenceItem(Conversation conversation) {
        return ResultBody.queueTimeoutItem("reversalresults");
    }

    private Conclusion done(Entry reversal) {
        String original = String.valueOf(reversal.originalReceipt());
        return new Conclusion(
                "0",
                reversal.receipt(),
                new Conclusion.Parameters()
                        .with("DebitAccountBalance", Money.account("Utility Account", ledger.shopBalance()))
                        .with("Amount", Money.number(reversal.amount()))
                        .with(
                                "TransCompletedTime",
                                LongNode.valueOf(Long.parseLong(NairobiTime.compact(reversal.at()))))
                        .with("OriginalTransactionID", original)
                        .with("Charge", Money.number(0))
                        .with("CreditPartyPublicName", Parties.customer(reversal.msisdn()))
                        .with("DebitPartyPublicName", Parties.shop(merchant))
                        .list());
    }
}
