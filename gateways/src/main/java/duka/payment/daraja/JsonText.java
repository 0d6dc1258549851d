package duka.payment.daraja;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields that are texts on one day and numbers on another. */
final class JsonText {

    private JsonText() {}

    /** The field as text, or {@code null} if it is absent, empty or an object. */
    static @Nullable String of(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        String text = value.isString() ? value.asString().strip() : "";
        return text.isEmpty() ? null : text;
    }
}
