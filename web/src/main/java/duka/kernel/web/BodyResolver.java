package duka.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hands a {@link Body} to a controller without reading it. */
final class BodyResolver implements HandlerMethodArgumentResolver {

    private final JsonMapper mapper;
    private final Validator validator;

    BodyResolver(WebJson json, Validator validator) {
        this.mapper = json.mapper();
        this.validator = validator;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Body.class;
    }

    @Override
    public Body<?> resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
        JavaType kind = mapper.constructType(
                ResolvableType.forMethodParameter(parameter).getGeneric(0).getType());
        return new Body<>(() -> isWritten(request), () -> valid(bind(request, read(request), kind)), current -> {
            ObjectNode merged = mapper.valueToTree(current);
            JsonNode written = read(request);
            if (!(written instanceof ObjectNode fields)) {
                throw new InvalidInput("malformed_json", "The body must be a JSON object.", List.of(), Map.of());
            }
            merged.setAll(fields);
            return valid(bind(request, merged, kind));
        });
    }

    private static boolean isWritten(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private JsonNode read(HttpServletRequest request) {
        requireJson(request);
        try {
            return mapper.readTree(request.getInputStream());
        } catch (JacksonException e) {
            throw unreadable(request, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object bind(HttpServletRequest request, JsonNode tree, JavaType kind) {
        try {
            Object value = tree.isMissingNode() || tree.isNull() ? null : mapper.treeToValue(tree, kind);
            if (value == null) {
                throw new HttpMessageNotReadableException("No body", new ServletServerHttpRequest(request));
            }
            return value;
        } catch (JacksonException e) {
            throw unreadable(request, e);
        }
    }

    private Object valid(Object value) {
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }

    private static HttpMessageNotReadableException unreadable(HttpServletRequest request, JacksonException e) {
        return new HttpMessageNotReadableException("Unreadable", e, new ServletServerHttpRequest(request));
    }

    private static void requireJson(HttpServletRequest request) {
        String written = request.getContentType();
        MediaType type = written == null ? null : parsed(written);
        if (type == null
                || !(type.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || type.getSubtype().endsWith("+json"))) {
            throw new HttpRefusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", "The body must be JSON.");
        }
    }

    private static @Nullable MediaType parsed(String written) {
        try {
            return MediaType.parseMediaType(written);
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }
}
