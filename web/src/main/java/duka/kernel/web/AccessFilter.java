package duka.kernel.web;

import duka.identity.api.AccessTokens;
import duka.identity.api.Assurance;
import duka.identity.api.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Learns who calls from the bearer token, and asks the {@link AccessPolicy} whether they may, before anything is read. */
final class AccessFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final AccessTokens tokens;
    private final Assurance assurance;
    private final AccessPolicy policy;

    AccessFilter(AccessTokens tokens, Assurance assurance, AccessPolicy policy) {
        this.tokens = tokens;
        this.assurance = assurance;
        this.policy = policy;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        Optional<AccessPolicy.Row> row = policy.rowFor(request.getMethod(), path);
        row.ifPresent(known ->
                request.setAttribute(CorrelationFilter.TEMPLATE, known.path().getPatternString()));
        Audience audience = row.map(AccessPolicy.Row::audience).orElse(Audience.ANYONE);
        Optional<Caller> caller = caller(bearerToken(request), audience);
        caller.ifPresent(AccessFilter::signIn);
        if (row.isEmpty()
                && path.value().startsWith("/api/")
                && !request.getMethod().equals("OPTIONS")) {
            throw nothingThere(path);
        }
        audience.admit(caller, request);
        caller.ifPresent(known -> requireSecondFactor(known, audience));
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(@Nullable String token, Audience audience) {
        if (token == null) {
            return Optional.empty();
        }
        Optional<Caller> caller = tokens.verify(token);
        if (caller.isEmpty() && audience != Audience.STRANGER) {
            throw HttpRefusal.unauthenticated("token_invalid", "The access token is not valid, or not any more.");
        }
        return caller;
    }

    private void requireSecondFactor(Caller caller, Audience audience) {
        if (audience != Audience.STRANGER && audience != Audience.ENROLLING && assurance.lacksSecondFactor(caller)) {
            throw new HttpRefusal(
                    HttpStatus.FORBIDDEN,
                    "mfa_enrolment_required",
                    "Staff of this shop need an authenticator app: set one up at /api/auth/totp/enrol/.");
        }
    }

    private static @Nullable String bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? header.substring(SCHEME.length()).strip() : null;
    }

    private static void signIn(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(
                caller, null, List.of(new SimpleGrantedAuthority("ROLE_" + caller.role()))));
        SecurityContextHolder.setContext(context);
    }

    private RuntimeException nothingThere(PathContainer path) {
        Set<String> methods = policy.methodsOn(path);
        if (methods.isEmpty()) {
            return new HttpRefusal(HttpStatus.NOT_FOUND, "not_found", "There is nothing here.");
        }
        HttpHeaders allow = new HttpHeaders();
        allow.set(HttpHeaders.ALLOW, String.join(", ", methods));
        return new HttpRefusal(
                HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed", "Method Not Allowed.", Map.of(), allow);
    }
}
