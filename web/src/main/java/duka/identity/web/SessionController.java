package duka.identity.web;

import duka.identity.account.Accounts;
import duka.identity.account.PasswordPolicy;
import duka.identity.account.SessionView;
import duka.identity.account.Sessions;
import duka.identity.api.Caller;
import duka.identity.api.Tickets;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.PageOf;
import duka.kernel.web.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own logins, their password, and tickets for live connections. */
@RestController
@RequestMapping("/api/auth/")
class SessionController {

    private static final RateLimits.Limit TRIES = new RateLimits.Limit("password-change", 10, Duration.ofMinutes(1));

    private final Sessions sessions;
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Tickets tickets;
    private final RateLimits limits;

    SessionController(Sessions sessions, Accounts accounts, PasswordPolicy policy, Tickets tickets, RateLimits limits) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.policy = policy;
        this.tickets = tickets;
        this.limits = limits;
    }

    record SessionResponse(
            String id,
            Instant createdAt,
            Instant lastUsedAt,
            @Nullable String userAgent,
            boolean isCurrent) {}

    record PasswordRequest(
            @NotNull @Size(max = 1_000) String oldPassword,
            @NotNull @Size(max = 1_000) String newPassword) {

        @Override
        public String toString() {
            return "PasswordRequest[…]";
        }
    }

    /** @param expiresIn seconds */
    record TicketResponse(String ticket, int expiresIn) {}

    @GetMapping("sessions/")
    PageOf<SessionResponse> list(@AuthenticationPrincipal Caller caller, PageRequest page) {
        List<SessionView> all = sessions.of(caller.accountId());
        return PageOf.of(
                page,
                all.size(),
                all.stream()
                        .skip(page.offset())
                        .limit(page.size())
                        .map(session -> response(session, caller))
                        .toList());
    }

    @DeleteMapping("sessions/{id}/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        boolean ended = Uuids.parse(id)
                .map(session -> sessions.end(caller.accountId(), session))
                .orElse(false);
        if (!ended) {
            throw Rejection.notFound("session");
        }
    }

    @PostMapping("password/change/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@AuthenticationPrincipal Caller caller, @Valid @RequestBody PasswordRequest request) {
        limits.take(TRIES, caller.accountId().toString());
        String email = accounts.find(caller.accountId())
                .orElseThrow(HttpRefusal::unauthenticated)
                .email();
        policy.objection(request.newPassword(), email).ifPresent(objection -> {
            throw InvalidInput.field("new_password", "password_too_weak", objection);
        });
        if (!sessions.changePassword(caller, request.oldPassword(), request.newPassword())) {
            throw InvalidInput.field("old_password", "bad_credentials", "This is not your password.");
        }
    }

    @PostMapping("ws-ticket/")
    TicketResponse ticket(@AuthenticationPrincipal Caller caller) {
        return new TicketResponse(tickets.issue(caller), 30);
    }

    private static SessionResponse response(SessionView session, Caller caller) {
        return new SessionResponse(
                session.id().toString(),
                session.createdAt(),
                session.lastUsedAt(),
                session.userAgent(),
                session.id().equals(caller.sessionId()));
    }
}
