package duka.identity.web;

import duka.identity.account.AccountLanguages;
import duka.identity.account.AccountView;
import duka.identity.account.Accounts;
import duka.identity.account.PasswordPolicy;
import duka.identity.account.Profile;
import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.identity.api.Role;
import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Body;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.IfMatch;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Mint;
import duka.kernel.web.PageOf;
import duka.kernel.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users: registering, and seeing and changing one's own data, or anybody's as an admin. */
@RestController
@RequestMapping("/api/auth/users/")
class UserController {

    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Mint mint;
    private final StepUp stepUp;
    private final AccountLanguages languages;
    private final SignInGuard guard;

    UserController(
            Accounts accounts,
            PasswordPolicy policy,
            Mint mint,
            StepUp stepUp,
            AccountLanguages languages,
            SignInGuard guard) {
        this.accounts = accounts;
        this.policy = policy;
        this.mint = mint;
        this.stepUp = stepUp;
        this.languages = languages;
        this.guard = guard;
    }

    @PostMapping
    ResponseEntity<UserResponse> register(
            @Valid @RequestBody RegisterRequest request, Locale spoken, HttpServletRequest http) {
        policy.objection(request.password(), request.email()).ifPresent(objection -> {
            throw InvalidInput.field("password", "password_too_weak", objection);
        });
        AccountView account =
                accounts.register(mint.id(AccountId::new), request.profile(), request.password(), Role.CUSTOMER);
        languages.learn(account.id(), spoken);
        guard.welcome(account.id(), http);
        return UserResponse.tagged(
                ResponseEntity.status(HttpStatus.CREATED).location(URI.create("/api/auth/users/" + account.id() + "/")),
                account);
    }

    @GetMapping
    PageOf<UserResponse> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(name = "is_active", required = false) @Nullable Boolean active,
            PageRequest page) {
        Accounts.Found found = accounts.search(search, role == null ? null : role(role), active, page);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(UserResponse::of).toList());
    }

    @GetMapping("{id}/")
    ResponseEntity<UserResponse> one(@AuthenticationPrincipal Caller caller, @PathVariable AccountId id) {
        return UserResponse.tagged(ResponseEntity.ok(), visible(caller, id));
    }

    @PutMapping("{id}/")
    ResponseEntity<UserResponse> replace(
            @AuthenticationPrincipal Caller caller, @PathVariable AccountId id, IfMatch ifMatch, Body<UserEdit> body) {
        AccountView present = visible(caller, id);
        return change(caller, present, body.read(), ifMatch);
    }

    @PatchMapping("{id}/")
    ResponseEntity<UserResponse> change(
            @AuthenticationPrincipal Caller caller, @PathVariable AccountId id, IfMatch ifMatch, Body<UserEdit> body) {
        AccountView present = visible(caller, id);
        return change(caller, present, body.over(UserEdit.of(present)), ifMatch);
    }

    private ResponseEntity<UserResponse> change(Caller caller, AccountView present, UserEdit edit, IfMatch ifMatch) {
        Role role = edit.roleOr(present.role());
        boolean active = edit.activeOr(present.active());
        boolean changesRights = role != present.role() || active != present.active();
        if (changesRights && !caller.isAdmin()) {
            throw HttpRefusal.forbidden();
        }
        Profile profile = edit.profile();
        if (changesRights) {
            stepUp.require();
        }
        return UserResponse.tagged(
                ResponseEntity.ok(), accounts.change(present.id(), profile, role, active, ifMatch::check));
    }

    /** To others than themselves and admins a user does not exist. */
    private AccountView visible(Caller caller, AccountId id) {
        if (!caller.is(id) && !caller.isAdmin()) {
            throw Rejection.notFound("user");
        }
        return accounts.find(id).orElseThrow(() -> Rejection.notFound("user"));
    }

    private static Role role(String written) {
        return switch (written) {
            case "customer" -> Role.CUSTOMER;
            case "admin" -> Role.ADMIN;
            case "auditor" -> Role.AUDITOR;
            default -> throw InvalidInput.field("role", "invalid", "It is customer, admin or auditor.");
        };
    }
}
