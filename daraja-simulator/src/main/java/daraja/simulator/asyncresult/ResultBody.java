package daraja.simulator.asyncresult;

import daraja.simulator.web.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies that go to ResultURL and QueueTimeOutURL. */
final class ResultBody {

    private ResultBody() {}

    static ObjectNode result(
            Conversation conversation, Conclusion conclusion, AsyncProduct product, String transactionId) {
        ObjectNode result = Json.object();
        boolean asText = product.codesAsText() && conclusion.succeeded();
        if (asText) {
            result.put("ResultType", "0").put("ResultCode", conclusion.code());
        } else {
            result.put("ResultType", 0);
            putCode(result, conclusion.code());
        }
        result.put("ResultDesc", conclusion.text())
                .put("OriginatorConversationID", conversation.originatorId())
                .put("ConversationID", conversation.id())
                .put("TransactionID", transactionId);
        List<ObjectNode> parameters = conclusion.parameters();
        boolean single = conversation.script().path("single_object").asBoolean(parameters.size() == 1);
        if (!parameters.isEmpty()) {
            ObjectNode holder = result.putObject("ResultParameters");
            if (single) {
                holder.set("ResultParameter", parameters.getFirst());
            } else {
                ArrayNode all = holder.putArray("ResultParameter");
                parameters.forEach(all::add);
            }
        }
        result.putObject("ReferenceData").set("ReferenceItem", product.referenceItem(conversation));
        return wrapped(result);
    }

    /** Modelled: no capture of such a body is public. */
    static ObjectNode timeout(Conversation conversation, String transactionId) {
        return wrapped(Json.object()
                .put("ResultType", 1)
                .put("ResultCode", 1)
                .put("ResultDesc", "The request was not processed in time.")
                .put("OriginatorConversationID", conversation.originatorId())
                .put("ConversationID", conversation.id())
                .put("TransactionID", transactionId));
    }

    static ObjectNode queueTimeoutItem(String results) {
        return Json.object()
                .put("Key", "QueueTimeoutURL")
                .put("Value", "https://internalsandbox.safaricom.co.ke/mpesa/" + results + "/v1/submit");
    }

    private static void putCode(ObjectNode result, String code) {
        if (code.matches("\\d+")) {
            result.put("ResultCode", Integer.parseInt(code));
        } else {
            result.put("ResultCode", code);
        }
    }

    private static ObjectNode wrapped(ObjectNode result) {
        ObjectNode body = Json.object();
        body.set("Result", result);
        return body;
    }
}
