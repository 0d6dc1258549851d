package duka.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import duka.identity.account.AccountView;
import duka.identity.account.Accounts;
import duka.identity.account.Sessions;
import duka.identity.account.SignIn;
import duka.identity.account.SignedIn;
import duka.identity.api.Caller;
import duka.kernel.web.ClientAddress;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in, staying so, and signing out. */
@RestController
@RequestMapping("/api/auth/")
class SignInController {

    /** By e-mail and address together, so that a stranger elsewhere cannot lock somebody out. */
    private static final RateLimits.Limit TRIES = new RateLimits.Limit("sign-in", 10, Duration.ofMinutes(1));

    private final SignIn signIn;
    private final Sessions sessions;
    private final Accounts accounts;
    private final RateLimits limits;
    private final ClientAddress addresses;

    SignInController(SignIn signIn, Sessions sessions, Accounts accounts, RateLimits limits, ClientAddress addresses) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.limits = limits;
        this.addresses = addresses;
    }

    record SignInRequest(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = 1_000) String password) {

        @Override
        public String toString() {
            return "SignInRequest[…]";
        }
    }

    record RefreshRequest(@NotBlank @Size(max = 200) String refresh) {

        @Override
        public String toString() {
            return "RefreshRequest[…]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TokensResponse(
            String access, String refresh, @Nullable UserResponse user) {

        @Override
        public String toString() {
            return "TokensResponse[…]";
        }
    }

    @PostMapping("auth/")
    ResponseEntity<TokensResponse> signIn(
            @Valid @RequestBody SignInRequest request,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
            HttpServletRequest http) {
        limits.take(TRIES, request.email().strip().toLowerCase(Locale.ROOT) + " " + addresses.of(http));
        SignedIn tokens = signIn.signIn(request.email(), request.password(), userAgent)
                .orElseThrow(() -> HttpRefusal.unauthenticated(
                        "bad_credentials", "E-mail and password do not belong to an active account."));
        return unstored(new TokensResponse(tokens.access(), tokens.refresh(), UserResponse.of(tokens.account())));
    }

    @PostMapping("token/refresh/")
    ResponseEntity<TokensResponse> refresh(@Valid @RequestBody RefreshRequest request) {
        return switch (signIn.refresh(request.refresh())) {
            case SignIn.Refreshed.Renewed renewed ->
                unstored(new TokensResponse(
                        renewed.tokens().access(), renewed.tokens().refresh(), null));
            case SignIn.Refreshed.Reused reused ->
                throw HttpRefusal.unauthenticated(
                        "token_reused", "This refresh token was used before; the session is over.");
            case SignIn.Refreshed.Invalid invalid ->
                throw HttpRefusal.unauthenticated("token_invalid", "The refresh token is not valid, or not any more.");
        };
    }

    @GetMapping("auth/")
    ResponseEntity<UserResponse> me(@AuthenticationPrincipal Caller caller) {
        AccountView account = accounts.find(caller.accountId()).orElseThrow(HttpRefusal::unauthenticated);
        return UserResponse.tagged(ResponseEntity.ok(), account);
    }

    @DeleteMapping("auth/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@AuthenticationPrincipal Caller caller) {
        sessions.end(caller.accountId(), caller.sessionId());
    }

    private static ResponseEntity<TokensResponse> unstored(TokensResponse tokens) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens);
    }
}
