package duka.payment.daraja;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where Safaricom posts. Whatever is well-formed is thanked for at once, so that nobody learns which address is ours. */
@RestController
@RequestMapping("/api/payments")
class CallbackController {

    private static final int LARGEST = 64 * 1024;

    private final CallbackIntake intake;
    private final JsonMapper json;

    CallbackController(CallbackIntake intake, JsonMapper json) {
        this.intake = intake;
        this.json = json;
    }

    @PostMapping("/stk/{token}/")
    ResponseEntity<?> prompt(@PathVariable String token, HttpServletRequest request) throws IOException {
        return take(StoredCallback.Kind.PROMPT, token, request);
    }

    @PostMapping("/mpesa/callback/")
    ResponseEntity<?> openPrompt(HttpServletRequest request) throws IOException {
        return take(StoredCallback.Kind.OPEN_PROMPT, null, request);
    }

    @PostMapping("/results/{token}/")
    ResponseEntity<?> result(@PathVariable String token, HttpServletRequest request) throws IOException {
        return take(StoredCallback.Kind.RESULT, token, request);
    }

    @PostMapping("/timeouts/{token}/")
    ResponseEntity<?> timeout(@PathVariable String token, HttpServletRequest request) throws IOException {
        return take(StoredCallback.Kind.TIMEOUT, token, request);
    }

    @PostMapping("/c2b/{token}/")
    ResponseEntity<?> confirmation(@PathVariable String token, HttpServletRequest request) throws IOException {
        return take(StoredCallback.Kind.CONFIRMATION, token, request);
    }

    private ResponseEntity<?> take(StoredCallback.Kind kind, @Nullable String token, HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return problem(request, HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "A callback has at most 64 KiB.");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (!isWellFormed(text)) {
            return problem(request, HttpStatus.BAD_REQUEST, "malformed_json", "This is no JSON.");
        }
        intake.take(kind, token, text);
        Map<String, Object> thanks = new LinkedHashMap<>();
        thanks.put("ResultCode", 0);
        thanks.put("ResultDesc", "Accepted");
        return ResponseEntity.ok(thanks);
    }

    private boolean isWellFormed(String text) {
        try {
            JsonNode read = json.readTree(text);
            return !read.isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static ResponseEntity<?> problem(
            HttpServletRequest request, HttpStatus status, String code, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:duka:problem:" + code);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        problem.put("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
