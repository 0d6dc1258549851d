package duka.identity.web;

import duka.identity.account.Proofs;
import duka.identity.account.SecondFactor;
import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.web.FieldProblem;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.RateLimits;
import duka.kernel.web.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own authenticator app, and proving anew who one is. */
@RestController
@RequestMapping("/api/auth/")
class SecondFactorController {

    /** By session: whoever stole one uses up its tries and not its owner's elsewhere. */
    private static final RateLimits.Limit TRIES = new RateLimits.Limit("proof", 10, Duration.ofMinutes(5));

    private final SecondFactor factor;
    private final Proofs proofs;
    private final StepUp stepUp;
    private final RateLimits limits;

    SecondFactorController(SecondFactor factor, Proofs proofs, StepUp stepUp, RateLimits limits) {
        this.factor = factor;
        this.proofs = proofs;
        this.stepUp = stepUp;
        this.limits = limits;
    }

    record EnrolmentResponse(String secret, String otpauthUri) {

        @Override
        public String toString() {
            return "EnrolmentResponse[…]";
        }
    }

    record StateResponse(boolean enabled) {}

    record CodeRequest(@NotBlank @Size(max = 20) String code) {

        @Override
        public String toString() {
            return "CodeRequest[…]";
        }
    }

    record ProofRequest(
            @Nullable @Size(max = 20) String code,
            @Nullable @Size(max = 1_000) String password) {

        @Override
        public String toString() {
            return "ProofRequest[…]";
        }
    }

    @GetMapping("totp/")
    @Operation(summary = "Whether the caller's codes are asked for")
    StateResponse state(@AuthenticationPrincipal Caller caller) {
        return new StateResponse(factor.isOn(caller.accountId()));
    }

    @PostMapping("totp/enrol/")
    @Operation(
            summary =
                    "A secret for the caller's authenticator app, shown once; codes are asked for when it is confirmed")
    ResponseEntity<EnrolmentResponse> enrol(@AuthenticationPrincipal Caller caller) {
        SecondFactor.Enrolment enrolment = factor.enrol(caller.accountId());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new EnrolmentResponse(enrolment.secret(), enrolment.otpauthUri()));
    }

    @PostMapping("totp/confirm/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Show that the app knows the secret: from now on its codes are asked for")
    void confirm(@AuthenticationPrincipal Caller caller, @Valid @RequestBody CodeRequest request) {
        limits.take(TRIES, caller.sessionId().toString());
        if (!factor.confirm(caller.accountId(), request.code())) {
            throw wrongCode();
        }
    }

    @DeleteMapping("totp/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Codes are not asked for any more; needs a step-up")
    void remove(@AuthenticationPrincipal Caller caller) {
        if (!factor.isOn(caller.accountId())) {
            throw Rejection.notFound("second factor");
        }
        stepUp.require();
        factor.remove(caller.accountId());
    }

    @PostMapping("step-up/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Prove anew who one is, by password or code: refunds and rights may be given for five minutes")
    void prove(@AuthenticationPrincipal Caller caller, @Valid @RequestBody ProofRequest request) {
        String code = request.code();
        String password = request.password();
        if (code == null && password == null) {
            throw InvalidInput.fields(List.of(
                    new FieldProblem("code", "required", "Give a code or a password."),
                    new FieldProblem("password", "required", "Give a code or a password.")));
        }
        limits.take(TRIES, caller.sessionId().toString());
        if (code != null && !proofs.byCode(caller, code)) {
            throw wrongCode();
        }
        if (code == null && password != null && !proofs.byPassword(caller, password)) {
            throw InvalidInput.field("password", "bad_credentials", "This is not your password.");
        }
    }

    private static InvalidInput wrongCode() {
        return InvalidInput.field("code", "code_invalid", "The code is wrong, or was used before.");
    }
}
