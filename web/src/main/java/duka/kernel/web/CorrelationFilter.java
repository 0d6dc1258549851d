package duka.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The outermost filter: names the request, logs it by the template of its path (never the path itself, which may hold
 * a phone or a token), and tells as a problem what no controller caught.
 */
final class CorrelationFilter extends OncePerRequestFilter {

    /** Where the policy leaves the template of a path that no controller got to see. */
    static final String TEMPLATE = CorrelationFilter.class.getName() + ".TEMPLATE";

    private static final Logger LOG = LoggerFactory.getLogger("duka.access");
    private static final String HEADER = "X-Request-Id";
    private static final Pattern TAKEN = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final Problems problems;
    private final Clock clock;

    CorrelationFilter(Problems problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Exchange exchange = Exchange.open(requestId(request.getHeader(HEADER)), clock);
        MDC.put("request_id", exchange.requestId());
        MDC.put("correlation_id", exchange.correlationId());
        response.setHeader(HEADER, exchange.requestId());
        long began = System.nanoTime();
        try {
            refuseUnstorable(request);
            chain.doFilter(request, response);
        } catch (Exception failure) {
            problems.write(failure, request, response);
        } finally {
            LOG.info(
                    "{} {} {} {}ms",
                    request.getMethod(),
                    template(request),
                    response.getStatus(),
                    (System.nanoTime() - began) / 1_000_000);
            MDC.remove("request_id");
            MDC.remove("correlation_id");
            Exchange.close();
        }
    }

    private static String requestId(@Nullable String given) {
        return given != null && TAKEN.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** What no column can hold is refused before anything searches for it. */
    private static void refuseUnstorable(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && (query.contains("%00") || query.indexOf('\0') >= 0)) {
            throw InvalidInput.field("query", "invalid", "A NUL character is not allowed.");
        }
    }

    private static Object template(HttpServletRequest request) {
        Object matched = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        boolean byController = matched != null && !matched.equals("/**");
        Object known = byController ? matched : request.getAttribute(TEMPLATE);
        return known == null ? "(unmatched)" : known;
    }
}
