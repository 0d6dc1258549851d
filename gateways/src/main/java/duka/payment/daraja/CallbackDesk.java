package duka.payment.daraja;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import duka.kernel.PhoneNumber;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.payment.api.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Where staff look at callbacks, and say to which payment one belongs. */
@RestController
@RequestMapping("/api/payments/callbacks")
@PreAuthorize("hasRole('ADMIN')")
class CallbackDesk {

    private final CallbackStore store;
    private final AddressBook addresses;
    private final PromptCallbacks prompts;
    private final Envelope envelope;
    private final JsonMapper json;

    CallbackDesk(
            CallbackStore store, AddressBook addresses, PromptCallbacks prompts, Envelope envelope, JsonMapper json) {
        this.store = store;
        this.addresses = addresses;
        this.prompts = prompts;
        this.envelope = envelope;
        this.json = json;
    }

    @JsonInclude(Include.ALWAYS)
    record CallbackResponse(
            UUID id,
            String kind,
            boolean matched,
            @Nullable String reason,
            @Nullable UUID paymentId,
            @Nullable String resultCode,
            @Nullable String resultDesc,
            @Nullable String amount,
            @Nullable String receiptNumber,
            @Nullable String phoneMasked,
            Instant receivedAt) {}

    @JsonInclude(Include.ALWAYS)
    record CallbackPage(
            long count, @Nullable String next, @Nullable String previous, List<CallbackResponse> results) {}

    record MatchRequest(@Nullable String paymentId) {}

    @GetMapping("/")
    CallbackPage list(@RequestParam(required = false) @Nullable Boolean matched, PageRequest page) {
        long count = store.count(matched);
        boolean more = (long) page.page() * page.size() < count;
        return new CallbackPage(
                count,
                more ? address(page.page() + 1) : null,
                page.page() > 1 ? address(page.page() - 1) : null,
                store.list(matched, page).stream().map(this::response).toList());
    }

    @PostMapping("/{id}/match/")
    ResponseEntity<CallbackResponse> match(@PathVariable String id, @RequestBody MatchRequest request) {
        String written = request.paymentId();
        UUID callbackId = Uuids.parse(id).orElseThrow(() -> Rejection.notFound("callback"));
        StoredCallback callback = store.find(callbackId).orElseThrow(() -> Rejection.notFound("callback"));
        Address prompt = Optional.ofNullable(written)
                .flatMap(Uuids::parse)
                .flatMap(uuid -> addresses.newestPromptOf(new PaymentId(uuid)))
                .orElseThrow(() -> Rejection.notFound("payment"));
        String body = callback.body();
        Reading reading =
                body == null ? new Reading.Unmatched("erased") : prompts.matchedByStaff(prompt, json.readTree(body));
        store.conclude(
                callbackId,
                reading instanceof Reading.Unmatched unmatched
                                && unmatched.reason().endsWith("_differs")
                        ? new Reading.Matched(prompt.paymentId())
                        : reading);
        return ResponseEntity.ok(response(store.entry(callbackId)));
    }

    private CallbackResponse response(CallbackStore.Entry entry) {
        Optional<StkCallback> read =
                envelope.open(entry.sealed()).flatMap(body -> StkCallback.parse(json.readTree(body)));
        PhoneNumber phone = read.map(StkCallback::phone).orElse(null);
        return new CallbackResponse(
                entry.id(),
                entry.kind().stored(),
                Boolean.TRUE.equals(entry.matched()),
                entry.reason(),
                entry.paymentId(),
                read.map(StkCallback::resultCode).orElse(null),
                read.map(StkCallback::resultText).orElse(null),
                read.map(StkCallback::amount).map(money -> money.decimal()).orElse(null),
                read.map(StkCallback::receipt).orElse(null),
                phone == null ? null : phone.masked(),
                entry.receivedAt());
    }

    private static String address(int page) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }
}
