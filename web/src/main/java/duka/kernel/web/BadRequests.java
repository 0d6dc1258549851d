package duka.kernel.web;

import duka.kernel.Id;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** Requests that cannot be read or break a constraint: which fields are to blame, by the names the caller knows. */
final class BadRequests {

    private BadRequests() {}

    static Optional<Problem> in(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case HttpMessageNotReadableException unreadable ->
                        unreadable.getCause() instanceof JacksonException json ? malformed(json) : malformed();
                    case MethodArgumentNotValidException invalid -> Problem.invalid(fields(invalid.getBindingResult()));
                    case HandlerMethodValidationException invalid -> Problem.invalid(parameters(invalid));
                    case ConstraintViolationException invalid -> violated(invalid.getConstraintViolations());
                    case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
                    case MissingServletRequestParameterException missing -> required(missing.getParameterName());
                    case MissingServletRequestPartException missing -> required(missing.getRequestPartName());
                    case MultipartException unreadable -> unreadable();
                    case InvalidParameterException unreadable -> unreadable();
                    case MissingRequestValueException missing -> Problems.of(HttpStatus.BAD_REQUEST, new HttpHeaders());
                    default -> null;
                });
    }

    /** Such as parts without a boundary between them, or a parameter whose escapes are no text. */
    private static Problem unreadable() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "malformed_parameters",
                "The parameters or the parts of this request cannot be read.");
    }

    static Problem malformed(JacksonException failure) {
        boolean readable = failure instanceof DatabindException || failure instanceof InputCoercionException;
        if (!readable || failure.getPath().isEmpty()) {
            return malformed();
        }
        return Problem.invalid(List.of(new FieldProblem(path(failure), "invalid", "It has the wrong type or form.")));
    }

    static <T> Problem violated(Set<? extends ConstraintViolation<? extends T>> violations) {
        return Problem.invalid(violations.stream()
                .map(one -> new FieldProblem(
                        FieldNames.snake(one.getPropertyPath().toString()),
                        code(one.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()),
                        one.getMessage()))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList());
    }

    private static Problem malformed() {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed_json", "The body is not the JSON that is expected here.");
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        Class<?> wanted = mismatch.getRequiredType();
        if (wanted != null && Id.class.isAssignableFrom(wanted)) {
            return Problems.of(HttpStatus.NOT_FOUND, new HttpHeaders());
        }
        return Problem.invalid(
                List.of(new FieldProblem(FieldNames.snake(mismatch.getName()), "invalid", "It cannot be read.")));
    }

    private static Problem required(@Nullable String name) {
        return Problem.invalid(List.of(new FieldProblem(String.valueOf(name), "required", "It is missing.")));
    }

    private static List<FieldProblem> fields(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError field ? FieldNames.snake(field.getField()) : "",
                        code(String.valueOf(error.getCode())),
                        String.valueOf(error.getDefaultMessage())))
                .toList();
    }

    private static List<FieldProblem> parameters(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                FieldNames.snake(String.valueOf(
                                        result.getMethodParameter().getParameterName())),
                                "invalid",
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
    }

    private static String code(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "length_out_of_range";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" -> "out_of_range";
            case "Email" -> "email_invalid";
            default -> "invalid";
        };
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + FieldNames.snake(step.getPropertyName()))
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
