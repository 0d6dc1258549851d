package duka.identity.web;

import duka.identity.account.KnownPlaces;
import duka.identity.account.PasswordResets;
import duka.identity.account.PasswordResets.Confirmed;
import duka.kernel.web.ClientAddress;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A new password by mail, for those who forgot theirs. */
@RestController
@RequestMapping("/api/auth/password/reset/")
class PasswordResetController {

    /** Mails that nobody asked for are a nuisance: few for one reader, and few by one caller. */
    private static final RateLimits.Limit MAILS = new RateLimits.Limit("password-reset", 5, Duration.ofMinutes(15));

    private static final RateLimits.Limit CALLERS =
            new RateLimits.Limit("password-reset-caller", 20, Duration.ofMinutes(15));

    private static final RateLimits.Limit GUESSES =
            new RateLimits.Limit("password-reset-confirm", 10, Duration.ofMinutes(1));

    private final PasswordResets resets;
    private final RateLimits limits;
    private final ClientAddress addresses;
    private final KnownPlaces places;

    PasswordResetController(PasswordResets resets, RateLimits limits, ClientAddress addresses, KnownPlaces places) {
        this.resets = resets;
        this.limits = limits;
        this.addresses = addresses;
        this.places = places;
    }

    record ResetRequest(
            @NotBlank @Email(regexp = RegisterRequest.EMAIL) @Size(max = 254)
            String email) {

        @Override
        public String toString() {
            return "ResetRequest[…]";
        }
    }

    record NewPasswordRequest(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(max = 1_000) String newPassword) {

        @Override
        public String toString() {
            return "NewPasswordRequest[…]";
        }
    }

    /** @param detail the same for everybody */
    record ResetResponse(String detail) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "Mail a link that lets its reader choose a new password; the answer tells nothing of who is known")
    ResetResponse request(@Valid @RequestBody ResetRequest request, Locale locale, HttpServletRequest http) {
        limits.take(CALLERS, addresses.network(http));
        limits.take(MAILS, request.email().strip().toLowerCase(Locale.ROOT));
        resets.request(request.email(), locale);
        return new ResetResponse("If there is an account with this e-mail, a mail is on its way to it.");
    }

    @PostMapping("confirm/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose a new password with the token of the mail; all sessions end")
    void confirm(@Valid @RequestBody NewPasswordRequest request, HttpServletRequest http) {
        limits.take(GUESSES, addresses.network(http));
        switch (resets.confirm(request.token(), request.newPassword())) {
            case Confirmed.Changed changed -> places.rememberOnly(changed.account(), addresses.network(http));
            case Confirmed.TooWeak weak ->
                throw InvalidInput.field("new_password", "password_too_weak", weak.objection());
            case Confirmed.Invalid invalid ->
                throw InvalidInput.field("token", "token_invalid", "This link was used, or is too old.");
        }
    }
}
