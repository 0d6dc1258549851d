package duka.kernel.web;

import duka.identity.api.Caller;
import duka.kernel.web.IdempotentAnswers.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Lets a caller repeat a POST under an {@code Idempotency-Key} without doing it twice. */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final IdempotentAnswers answers;
    private final JsonMapper mapper;

    IdempotencyFilter(IdempotentAnswers answers, WebJson json) {
        this.answers = answers;
        this.mapper = json.mapper();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !path.startsWith("/api/")
                || path.startsWith("/api/auth/")
                || Callbacks.includes(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> caller = caller(request);
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            throw InvalidInput.field(
                    HEADER, "idempotency_key_invalid", "A key has 1 to 255 printable ASCII characters.");
        }
        Fingerprint fingerprint = Fingerprint.of(request);
        switch (answers.begin(caller.get(), key, fingerprint.hash())) {
            case Verdict.Go go -> run(go, fingerprint.request(), response, chain);
            case Verdict.Answered answered ->
                mapper.readValue(answered.answer(), KeptAnswer.class).replay(response);
            case Verdict.OtherRequest other ->
                throw new HttpRefusal(
                        HttpStatus.CONFLICT, "idempotency_key_reused", "This key was used for another request.");
            case Verdict.StillRunning running ->
                throw new HttpRefusal(
                        HttpStatus.CONFLICT, "idempotency_key_in_progress", "The request with this key still runs.");
        }
    }

    private void run(Verdict.Go go, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        deriveIds(go.seed());
        ContentCachingResponseWrapper copied = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, copied);
            answered = true;
        } finally {
            conclude(go, answered ? KeptAnswer.of(copied) : null);
        }
        copied.copyBodyToResponse();
    }

    private static void deriveIds(UUID seed) {
        Exchange exchange = Exchange.current();
        if (exchange != null) {
            exchange.repeatable(seed);
            MDC.put("correlation_id", exchange.correlationId());
        }
    }

    /** If this fails the caller still gets their answer: a repeat runs again under the same ids once the lease is over. */
    private void conclude(Verdict.Go go, @Nullable KeptAnswer answer) {
        try {
            if (answer != null && answer.isFinal()) {
                answers.answered(go, mapper.writeValueAsString(answer));
            } else if (answer != null && answer.status() < 500 && go.run() == 1) {
                answers.forget(go);
            } else {
                answers.release(go);
            }
        } catch (DataAccessException e) {
            LOG.warn("The answer to an idempotent request could not be kept", e);
        }
    }

    private static Optional<String> caller(HttpServletRequest request) {
        return RequestContext.caller()
                .map(Caller::accountId)
                .map(IdempotentAnswers::account)
                .or(() -> token(request.getHeader("X-Order-Token")))
                .or(() -> token(request.getHeader("X-Cart-Token")))
                .or(() -> token(request.getParameter("token")));
    }

    private static Optional<String> token(@Nullable String token) {
        return token == null || token.isBlank() ? Optional.empty() : Optional.of(IdempotentAnswers.token(token));
    }
}
