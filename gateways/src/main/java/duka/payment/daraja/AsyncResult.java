package duka.payment.daraja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The outcome of something that was asked for in the operator's name.
 *
 * @param parameters what it says besides, by key; of a key that comes twice the last
 */
record AsyncResult(
        String resultCode,
        String resultText,
        @Nullable String conversationId,
        @Nullable String originatorConversationId,
        @Nullable String transactionId,
        Map<String, String> parameters) {

    /** Reads a result, or nothing if it is something else. */
    static Optional<AsyncResult> parse(JsonNode body) {
        JsonNode result = body.path("Result");
        String code = JsonText.of(result, "ResultCode");
        if (code == null) {
            return Optional.empty();
        }
        String text = JsonText.of(result, "ResultDesc");
        return Optional.of(new AsyncResult(
                code,
                text == null ? "" : text,
                JsonText.of(result, "ConversationID"),
                JsonText.of(result, "OriginatorConversationID"),
                JsonText.of(result, "TransactionID"),
                parameters(result.path("ResultParameters").path("ResultParameter"))));
    }

    @Nullable
    String parameter(String key) {
        return parameters.get(key);
    }

    /** A list on most days and a single object on others; entries may have no value. */
    private static Map<String, String> parameters(JsonNode written) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Iterable<JsonNode> entries = written.isArray() ? written : List.of(written);
        for (JsonNode entry : entries) {
            String key = JsonText.of(entry, "Key");
            String value = JsonText.of(entry, "Value");
            if (key != null && value != null) {
                parameters.put(key, value);
            }
        }
        return Map.copyOf(parameters);
    }

    @Override
    public String toString() {
        return "AsyncResult[" + resultCode + "]";
    }
}
