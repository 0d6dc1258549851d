package daraja.simulator.gateway;

import daraja.simulator.clock.NairobiTime;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a request, read one by one as Safaricom reads them: the first bad one is named, and no other. */
public final class Fields {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,12}");
    private static final Pattern KENYAN_MOBILE = Pattern.compile("254[17]\\d{8}");
    private static final Pattern SHORTCODE = Pattern.compile("\\d{5,7}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{Lu}/]+(/[^\\s\\p{Lu}]*)?");
    private static final List<String> FORBIDDEN_IN_ADDRESSES =
            List.of("m-pesa", "mpesa", "safaricom", "exe", "exec", "cmd", "sql", "query");

    private final JsonNode body;

    Fields(JsonNode body) {
        this.body = body;
    }

    /** A text or number that must be there. */
    public String text(String name) {
        String value = optional(name);
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(name);
        }
        return value;
    }

    public @Nullable String optional(String name) {
        JsonNode value = body.path(name);
        return value.isString() || value.isNumber() ? value.asString() : null;
    }

    public String matching(String name, Pattern form) {
        String value = text(name);
        if (!form.matcher(value).matches()) {
            throw Refusal.invalid(name);
        }
        return value;
    }

    public String oneOf(String name, String... allowed) {
        String value = text(name);
        if (!List.of(allowed).contains(value)) {
            throw Refusal.invalid(name);
        }
        return value;
    }

    /** Whole shillings, as a number or as a text. */
    public long amount(String name, long min, long max) {
        String value = matching(name, WHOLE_NUMBER);
        long amount = Long.parseLong(value);
        if (amount < min || amount > max) {
            throw Refusal.invalid(name);
        }
        return amount;
    }

    public String phone(String name) {
        return matching(name, KENYAN_MOBILE);
    }

    public String shortcode(String name) {
        return matching(name, SHORTCODE);
    }

    /** {@code yyyyMMddHHmmss}; a skewed clock is not refused, because nobody knows whether Safaricom does. */
    public String timestamp(String name) {
        String value = text(name);
        try {
            if (value.equals(NairobiTime.compact(NairobiTime.parseCompact(value)))) {
                return value;
            }
        } catch (DateTimeException e) {
            throw Refusal.invalid(name);
        }
        throw Refusal.invalid(name);
    }

    /** A text from {@code min} to {@code max} characters; what is missing is called as Safaricom calls it. */
    public String wording(String name, int min, int max, String calledWhenMissing) {
        String value = optional(name);
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(calledWhenMissing);
        }
        if (value.length() < min || value.length() > max) {
            throw Refusal.invalid(name);
        }
        return value;
    }

    /** An address for callbacks: no capitals, no blanks, none of the words that Safaricom forbids. */
    public String address(String name) {
        String value = matching(name, ADDRESS);
        String lower = value.toLowerCase(Locale.ROOT);
        if (FORBIDDEN_IN_ADDRESSES.stream().anyMatch(lower::contains)) {
            throw Refusal.invalid(name);
        }
        return value;
    }

    /** The raw request. */
    public JsonNode json() {
        return body;
    }
}
