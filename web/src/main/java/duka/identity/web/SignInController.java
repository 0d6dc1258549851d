package duka.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import duka.identity.account.AccountView;
import duka.identity.account.Accounts;
import duka.identity.account.Challenges;
import duka.identity.account.Sessions;
import duka.identity.account.SignIn;
import duka.identity.account.SignedIn;
import duka.identity.api.Caller;
import duka.kernel.web.Answers;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
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

    /** By account, and only those who know the password get here: so few codes can be guessed, however many tokens. */
    private static final RateLimits.Limit CHALLENGES = new RateLimits.Limit("mfa", 20, Duration.ofHours(1));

    private final SignIn signIn;
    private final Challenges challenges;
    private final Sessions sessions;
    private final Accounts accounts;
    private final RateLimits limits;
    private final SignInGuard guard;

    SignInController(
            SignIn signIn,
            Challenges challenges,
            Sessions sessions,
            Accounts accounts,
            RateLimits limits,
            SignInGuard guard) {
        this.signIn = signIn;
        this.challenges = challenges;
        this.sessions = sessions;
        this.accounts = accounts;
        this.limits = limits;
        this.guard = guard;
    }

    record SignInRequest(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = 1_000) String password) {

        @Override
        public String toString() {
            return "SignInRequest[…]";
        }
    }

    record CodeRequest(
            @NotBlank @Size(max = 200) String mfaToken,
            @NotBlank @Size(max = 20) String code) {

        @Override
        public String toString() {
            return "CodeRequest[…]";
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

    /** The sign-in goes on with a code. */
    record MfaResponse(boolean mfaRequired, String mfaToken) {

        @Override
        public String toString() {
            return "MfaResponse[…]";
        }
    }

    @PostMapping("auth/")
    @Operation(summary = "Sign in; people with an authenticator app read mfa_required and show its code next")
    @Answers(TokensResponse.class)
    ResponseEntity<?> signIn(
            @Valid @RequestBody SignInRequest request,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
            HttpServletRequest http) {
        SignIn.Outcome outcome = guard.watch(
                request.email(),
                http,
                standing -> signIn.signIn(request.email(), request.password(), userAgent, standing));
        return switch (outcome) {
            case SignIn.Outcome.In in -> signedIn(in.tokens(), http);
            case SignIn.Outcome.CodeNeeded needed -> {
                limits.take(CHALLENGES, needed.account().toString());
                yield unstored(new MfaResponse(true, needed.mfaToken()));
            }
            case SignIn.Outcome.Refused refused ->
                throw HttpRefusal.unauthenticated(
                        "bad_credentials", "E-mail and password do not belong to an active account.");
        };
    }

    /** Also without {@code auth/}, beside the other calls about authenticator apps. */
    @PostMapping({"auth/totp/", "totp/"})
    @Operation(summary = "Go on with a sign-in by the code of an authenticator app")
    ResponseEntity<TokensResponse> code(@Valid @RequestBody CodeRequest request, HttpServletRequest http) {
        return switch (challenges.answer(request.mfaToken(), request.code())) {
            case Challenges.Answer.Right right -> signedIn(right.tokens(), http);
            case Challenges.Answer.WrongCode wrong ->
                throw HttpRefusal.unauthenticated("code_invalid", "The code is wrong, or was used before.");
            case Challenges.Answer.Over over ->
                throw HttpRefusal.unauthenticated("token_invalid", "This sign-in is over; begin again.");
        };
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

    private ResponseEntity<TokensResponse> signedIn(SignedIn tokens, HttpServletRequest http) {
        guard.welcome(tokens.account().id(), http);
        return unstored(new TokensResponse(tokens.access(), tokens.refresh(), UserResponse.of(tokens.account())));
    }

    private static <T> ResponseEntity<T> unstored(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
