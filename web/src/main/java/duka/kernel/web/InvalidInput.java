package duka.kernel.web;

import java.util.List;
import java.util.Map;

/** The request itself is wrong, whatever the state of the shop: the caller reads 400 with the fields that are to blame. */
public final class InvalidInput extends RuntimeException {

    /** The code of a refused request whose fields tell more. */
    public static final String VALIDATION_FAILED = "validation_failed";

    private final String code;
    private final List<FieldProblem> fields;
    private final Map<String, Object> extras;

    /** @param extras what the contract names beside the code; values are text, numbers, booleans, or lists of these */
    public InvalidInput(String code, String message, List<FieldProblem> fields, Map<String, ?> extras) {
        super(message, null, false, false);
        this.code = code;
        this.fields = List.copyOf(fields);
        this.extras = Map.copyOf(extras);
    }

    /** One wrong field, whose code is also the code of the whole answer, such as {@code phone_invalid}. */
    public static InvalidInput field(String field, String code, String message) {
        return new InvalidInput(code, message, List.of(new FieldProblem(field, code, message)), Map.of());
    }

    /** Several wrong fields at once. */
    public static InvalidInput fields(List<FieldProblem> fields) {
        return new InvalidInput(VALIDATION_FAILED, "The request has invalid fields.", fields, Map.of());
    }

    String code() {
        return code;
    }

    List<FieldProblem> fields() {
        return fields;
    }

    Map<String, Object> extras() {
        return extras;
    }
}
