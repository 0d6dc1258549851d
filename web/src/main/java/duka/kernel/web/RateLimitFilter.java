package duka.kernel.web;

import duka.identity.api.Caller;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what costs much or is worth an attack, sign-in and payment, by account or else by address. */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final RateLimits.Limit AUTH_WRITES = new RateLimits.Limit("auth", 60, Duration.ofMinutes(1));
    private static final RateLimits.Limit PAYMENT_WRITES = new RateLimits.Limit("payment", 60, Duration.ofMinutes(1));
    private static final RateLimits.Limit READS = new RateLimits.Limit("reads", 600, Duration.ofMinutes(1));

    private final RateLimits limits;
    private final ClientAddress addresses;

    RateLimitFilter(RateLimits limits, ClientAddress addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        boolean limited = path.startsWith("/api/auth/") || path.startsWith("/api/payments/");
        return !limits.on() || !limited || Callbacks.includes(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RateLimits.Limit limit = limit(request);
        ConsumptionProbe probe = limits.probe(limit, key(request));
        RateLimits.show(response, limit, probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            throw HttpRefusal.rateLimited(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        chain.doFilter(request, response);
    }

    private static RateLimits.Limit limit(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return READS;
        }
        return path(request).startsWith("/api/auth/") ? AUTH_WRITES : PAYMENT_WRITES;
    }

    private String key(HttpServletRequest request) {
        return RequestContext.caller().map(Caller::actor).orElseGet(() -> addresses.network(request));
    }

    /** As the policy understood it, so that no way of writing a path gets around its limit. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(CorrelationFilter.TEMPLATE) instanceof String template
                ? template
                : request.getRequestURI();
    }
}
