package duka.payment.web;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Uuids;
import duka.kernel.web.FieldProblem;
import duka.kernel.web.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that another provider tells: {@code {id, type, data: {order_id, amount, receipt?}}}. Its amount is taken as
 * it is, with cents too: whether it fits is the payment's to say.
 *
 * @param amount {@code null} only for a failure
 */
record ProviderEvent(
        String id,
        Type type,
        OrderId order,
        @Nullable Money amount,
        @Nullable String receipt,
        @Nullable String failure) {

    private static final String DECIMAL = "\\d{1,13}(\\.\\d{1,2}0*)?";
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TEXT = 100;

    /** The kinds that are understood. */
    enum Type {
        PAYMENT_SUCCEEDED("payment.succeeded"),
        PAYMENT_FAILED("payment.failed"),
        REFUND_SUCCEEDED("refund.succeeded");

        private final String written;

        Type(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }

        static @Nullable Type of(@Nullable String written) {
            for (Type type : values()) {
                if (type.written.equals(written)) {
                    return type;
                }
            }
            return null;
        }
    }

    /** @throws InvalidInput if it is no JSON, or a field is missing or wrong */
    static ProviderEvent read(JsonMapper json, byte[] body, CurrencyCode currency) {
        JsonNode root = tree(json, body);
        JsonNode data = root.path("data");
        List<FieldProblem> problems = new ArrayList<>();
        String id = text(root, "id", "id", LONGEST_ID, problems);
        Type type = Type.of(text(root, "type", "type", LONGEST_TEXT, problems));
        OrderId order = Uuids.parse(String.valueOf(text(data, "order_id", "data.order_id", LONGEST_TEXT, problems)))
                .map(OrderId::new)
                .orElse(null);
        Money amount = amount(data.path("amount"), currency);
        String receipt = optional(data, "receipt", problems);
        String failure = optional(data, "failure_message", problems);
        require(type != null, "type", "It is payment.succeeded, payment.failed or refund.succeeded.", problems);
        require(order != null, "data.order_id", "It is an order's id.", problems);
        require(
                amount != null
                        || (type == Type.PAYMENT_FAILED && data.path("amount").isMissingNode()),
                "data.amount",
                "It is {\"amount\",\"currency\"} in " + currency.code() + ", of more than nothing.",
                problems);
        if (!problems.isEmpty() || id == null || type == null || order == null) {
            throw InvalidInput.fields(problems);
        }
        return new ProviderEvent(id, type, order, amount, receipt, failure);
    }

    private static JsonNode tree(JsonMapper json, byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static InvalidInput malformed() {
        return new InvalidInput("malformed_json", "The body must be a JSON object.", List.of(), Map.of());
    }

    /** Money as everywhere here; a bare decimal is understood as the shop's currency. */
    private static @Nullable Money amount(JsonNode written, CurrencyCode currency) {
        boolean foreign = written.isObject()
                && !currency.code().equals(written.path("currency").asString(""));
        JsonNode figure = written.isObject() ? written.path("amount") : written;
        String decimal = figure.isString() || figure.isNumber() ? figure.asString("") : "";
        if (foreign || !decimal.matches(DECIMAL)) {
            return null;
        }
        Money money = new Money(new BigDecimal(decimal).movePointRight(2).longValueExact(), currency);
        return money.isPositive() ? money : null;
    }

    private static @Nullable String text(
            JsonNode parent, String name, String field, int longest, List<FieldProblem> problems) {
        String value = parent.path(name).asString("");
        boolean good = parent.path(name).isString() && isPlain(value, longest) && !value.isBlank();
        require(good, field, "It is a text of 1 to " + longest + " characters.", problems);
        return good ? value : null;
    }

    private static @Nullable String optional(JsonNode data, String name, List<FieldProblem> problems) {
        JsonNode written = data.path(name);
        if (written.isMissingNode() || written.isNull()) {
            return null;
        }
        return text(data, name, "data." + name, LONGEST_TEXT, problems);
    }

    private static boolean isPlain(String value, int longest) {
        return value.length() <= longest && value.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean so, String field, String message, List<FieldProblem> problems) {
        if (!so && problems.stream().noneMatch(problem -> problem.field().equals(field))) {
            problems.add(new FieldProblem(field, "invalid", message));
        }
    }
}
