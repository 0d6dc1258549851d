package daraja.simulator.asyncresult;

import daraja.simulator.clock.NairobiTime;
import daraja.simulator.gateway.Fields;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Product;
import daraja.simulator.gateway.Refusal;
import daraja.simulator.wallet.Entry;
import daraja.simulator.wallet.Kind;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.web.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Transaction Status, by receipt or by the conversation of an earlier request. A request that is still being worked on
 * has no receipt yet and answers 2032, as one that never came. Modelled: a reversed payment stays Completed, and a
 * refused request is Declined.
 */
final class StatusQuestion implements AsyncProduct {

    private final Ledger ledger;
    private final Conversations conversations;
    private final Merchant merchant;

    StatusQuestion(Ledger ledger, Conversations conversations, Merchant merchant) {
        this.ledger = ledger;
        this.conversations = conversations;
        this.merchant = merchant;
    }

    @Override
    public Product product() {
        return Product.STATUS;
    }

    @Override
    public void check(Fields fields) {
        var unusedInitiator = fields.text("Initiator");
        var unusedCredential = fields.text("SecurityCredential");
        var unusedCommand = fields.oneOf("CommandID", "TransactionStatusQuery");
        if (blank(fields.optional("TransactionID")) && blank(fields.optional("OriginalConversationID"))) {
            throw Refusal.invalid("TransactionID");
        }
        var unusedShop = fields.shortcode("PartyA");
        var unusedType = fields.oneOf("IdentifierType", "4");
        var unusedRemarks = fields.wording("Remarks", 2, 100, "Remarks");
    }

    @Override
    public Conclusion conclude(Conversation conversation) {
        String receipt = conversation.field("TransactionID");
        if (!receipt.isBlank()) {
            return ledger.receipt(receipt).map(this::completed).orElseGet(() -> failed("2032"));
        }
        Conversation original = conversations.find(conversation.field("OriginalConversationID"));
        String code = original == null ? null : original.code();
        if (original == null || code == null) {
            return failed("2032");
        }
        Optional<Entry> moved = ledger.conversation(original.id());
        return moved.map(this::completed).orElseGet(() -> declined(original));
    }

    @Override
    public ObjectNode referenceItem(Conversation conversation) {
        ObjectNode item = Json.object().put("Key", "Occasion");
        String occasion = conversation.field("Occasion");
        return occasion.isEmpty() ? item : item.put("Value", occasion);
    }

    private Conclusion completed(Entry entry) {
        boolean toShop = entry.kind() == Kind.PAYMENT;
        String customer = Parties.customer(entry.msisdn());
        String conversationId = entry.conversationId();
        Conclusion.Parameters parameters = new Conclusion.Parameters()
                .with("DebitPartyName", toShop ? customer : Parties.shop(merchant))
                .with("CreditPartyName", toShop ? Parties.shop(merchant) : customer)
                .with("InitiatedTime", NairobiTime.compact(entry.at()))
                .with("DebitAccountType", toShop ? "MMF Account For Customer" : "Utility Account")
                .with("DebitPartyCharges", "")
                .without("TransactionReason")
                .with("ReasonType", reason(entry.kind()))
                .with("TransactionStatus", "Completed")
                .with("FinalisedTime", NairobiTime.compact(entry.at()))
                .with("Amount", Long.toString(entry.amount()))
                .with("ReceiptNo", entry.receipt());
        if (conversationId != null) {
            parameters.with("ConversationID", conversationId);
        }
        return new Conclusion("0", null, parameters.list());
    }

    private Conclusion declined(Conversation original) {
        return new Conclusion(
                "0",
                null,
                new Conclusion.Parameters()
                        .with("ConversationID", original.id())
                        .with("OriginatorConversationID", original.originatorId())
                        .with("InitiatedTime", NairobiTime.compact(original.at()))
                        .with("TransactionStatus", "Declined")
                        .with("Amount", original.field("Amount"))
                        .without("ReceiptNo")
                        .list());
    }

    private static String reason(Kind kind) {
        return switch (kind) {
            case PAYMENT -> "Pay Utility";
            case REVERSAL -> "Transaction Reversal";
            case B2C -> "Business Payment to Customer via API";
        };
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
