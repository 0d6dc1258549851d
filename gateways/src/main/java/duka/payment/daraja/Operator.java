package duka.payment.daraja;

import duka.kernel.Money;
import duka.kernel.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is done in the operator's name: money goes back, and questions about money are asked. Outcomes are posted. */
class Operator {

    private static final String REVERSAL = "/mpesa/reversal/v1/request";
    private static final String PAYOUT = "/mpesa/b2c/v3/paymentrequest";
    private static final String STATUS = "/mpesa/transactionstatus/v1/query";
    private static final String BALANCE = "/mpesa/accountbalance/v1/query";
    private static final String REMARKS = "Duka refund";

    private final DarajaClient daraja;
    private final DarajaProperties properties;
    private final SecurityCredential credential;
    private final CallbackUrls urls;

    Operator(DarajaClient daraja, DarajaProperties properties, SecurityCredential credential, CallbackUrls urls) {
        this.daraja = daraja;
        this.properties = properties;
        this.credential = credential;
        this.urls = urls;
    }

    /** Undoes a whole payment. It carries no id of ours: after a lost answer the receipt is asked about first. */
    Acknowledgement reverse(String receipt, Money amount, String token) {
        Map<String, String> body = inTheNameOf("Initiator", "TransactionReversal", token);
        body.put("TransactionID", receipt);
        body.put("Amount", Prompts.shillings(amount));
        body.put("ReceiverParty", properties.shortcode());
        // The wire's own spelling; the right one is refused.
        body.put("RecieverIdentifierType", "11");
        return Acknowledgement.of(daraja.call(REVERSAL, body));
    }

    /** @param ownId makes the payout happen once, however often it is asked for */
    Acknowledgement payOut(String ownId, PhoneNumber phone, Money amount, String token) {
        Map<String, String> body = inTheNameOf("InitiatorName", "BusinessPayment", token);
        body.put("OriginatorConversationID", ownId);
        body.put("Amount", Prompts.shillings(amount));
        body.put("PartyA", properties.shortcode());
        body.put("PartyB", phone.msisdn());
        body.put("Occassion", "");
        return Acknowledgement.of(daraja.call(PAYOUT, body));
    }

    /** Asks what became of a receipt. */
    Acknowledgement askAboutReceipt(String receipt, String token) {
        return ask("TransactionID", receipt, token);
    }

    /** Asks what became of an earlier request. */
    Acknowledgement askAboutRequest(String originatorConversationId, String token) {
        return ask("OriginalConversationID", originatorConversationId, token);
    }

    /** Asks what is in the shop's accounts. */
    Acknowledgement askForBalance(String token) {
        Map<String, String> body = inTheNameOf("Initiator", "AccountBalance", token);
        body.put("PartyA", properties.shortcode());
        body.put("IdentifierType", "4");
        return Acknowledgement.of(daraja.call(BALANCE, body));
    }

    private Acknowledgement ask(String by, String id, String token) {
        Map<String, String> body = inTheNameOf("Initiator", "TransactionStatusQuery", token);
        body.put(by, id);
        body.put("PartyA", properties.shortcode());
        body.put("IdentifierType", "4");
        body.put("Occasion", "");
        return Acknowledgement.of(daraja.call(STATUS, body));
    }

    private Map<String, String> inTheNameOf(String field, String command, String token) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put(field, properties.initiator());
        body.put("SecurityCredential", credential.encrypted());
        body.put("CommandID", command);
        body.put("ResultURL", urls.result(token));
        body.put("QueueTimeOutURL", urls.timeout(token));
        body.put("Remarks", REMARKS);
        return body;
    }
}
