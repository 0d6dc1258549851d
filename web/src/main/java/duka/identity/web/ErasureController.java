package duka.identity.web;

import duka.identity.account.AccountView;
import duka.identity.account.Accounts;
import duka.identity.account.SessionView;
import duka.identity.account.Sessions;
import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.identity.api.Dealings;
import duka.identity.api.Leaver;
import duka.identity.web.Farewells.WaitingResponse;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.web.ClientAddress;
import duka.kernel.web.GuestTokens;
import duka.kernel.web.IfMatch;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.PersonalExport;
import duka.kernel.web.RateLimits;
import duka.kernel.web.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people may ask about their own data: to have all of it, and to have it gone. */
@RestController
@RequestMapping("/api/auth/")
class ErasureController {

    private static final RateLimits.Limit GUESSES = new RateLimits.Limit("erasure", 10, Duration.ofMinutes(1));

    private final Accounts accounts;
    private final Sessions sessions;
    private final Farewells farewells;
    private final Dealings dealings;
    private final GuestTokens guests;
    private final RateLimits limits;
    private final ClientAddress addresses;
    private final List<PersonalExport> exports;

    ErasureController(
            Accounts accounts,
            Sessions sessions,
            Farewells farewells,
            Dealings dealings,
            GuestTokens guests,
            RateLimits limits,
            ClientAddress addresses,
            List<PersonalExport> exports) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.farewells = farewells;
        this.dealings = dealings;
        this.guests = guests;
        this.limits = limits;
        this.addresses = addresses;
        this.exports = exports.stream()
                .sorted(Comparator.comparing(PersonalExport::section))
                .toList();
    }

    record ErasureRequest(
            @NotBlank @Size(max = 100) String orderId,
            @NotBlank @Size(max = 200) String token) {

        @Override
        public String toString() {
            return "ErasureRequest[…]";
        }
    }

    record ExportedSession(
            String id,
            Instant createdAt,
            Instant lastUsedAt,
            @Nullable String userAgent) {

        static ExportedSession of(SessionView session) {
            return new ExportedSession(
                    session.id().toString(), session.createdAt(), session.lastUsedAt(), session.userAgent());
        }
    }

    @DeleteMapping("users/{id}/")
    @Operation(summary = "Erase a person's data; with when_done=true once their orders and refunds have ended")
    ResponseEntity<WaitingResponse> erase(
            @AuthenticationPrincipal Caller caller,
            @PathVariable AccountId id,
            @RequestParam(name = "when_done", required = false) @Nullable String whenDone,
            IfMatch ifMatch) {
        AccountView account = visible(caller, id);
        boolean waits = flag(whenDone);
        ifMatch.check(account.version());
        return farewells.bid(Leaver.customer(id), id.toString(), "/api/auth/users/" + id + "/", ifMatch::check, waits);
    }

    @PostMapping("erasures/")
    @Operation(summary = "Erase a guest's data, by their order and its token")
    ResponseEntity<WaitingResponse> eraseGuest(
            @Valid @RequestBody ErasureRequest request,
            @RequestParam(name = "when_done", required = false) @Nullable String whenDone,
            HttpServletRequest http) {
        limits.take(GUESSES, addresses.network(http));
        OrderId order = Uuids.parse(request.orderId())
                .map(OrderId::new)
                .filter(id -> guests.order(request.token()).filter(id::equals).isPresent())
                .orElseThrow(() -> Rejection.notFound("order"));
        Leaver guest = dealings.guestOf(order).orElseThrow(() -> Rejection.notFound("order"));
        RequestContext.actAsGuest(order.toString());
        return farewells.bid(guest, order.toString(), "/api/orders/" + order + "/", any -> {}, flag(whenDone));
    }

    @GetMapping("users/{id}/export/")
    @Operation(summary = "Everything that the shop knows of a person")
    ResponseEntity<Map<String, Object>> export(@AuthenticationPrincipal Caller caller, @PathVariable AccountId id) {
        AccountView account = visible(caller, id);
        Map<String, Object> everything = new LinkedHashMap<>();
        everything.put("user", UserResponse.of(account));
        everything.put(
                "sessions", sessions.of(id).stream().map(ExportedSession::of).toList());
        exports.forEach(export -> everything.put(export.section(), export.of(id)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(everything);
    }

    /** To others than themselves and admins a user does not exist. */
    private AccountView visible(Caller caller, AccountId id) {
        if (!caller.is(id) && !caller.isAdmin()) {
            throw Rejection.notFound("user");
        }
        return accounts.find(id).orElseThrow(() -> Rejection.notFound("user"));
    }

    /** Read late: whose the thing is comes first. */
    private static boolean flag(@Nullable String whenDone) {
        return switch (whenDone) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidInput.field("when_done", "invalid", "It is true or false.");
        };
    }
}
