package duka.payment.web;

import duka.identity.api.AccountId;
import duka.kernel.PhoneNumber;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Mint;
import duka.kernel.web.PageOf;
import duka.kernel.web.Phones;
import duka.payment.web.SavedMethods.Choice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own saved ways to pay. */
@RestController
@RequestMapping("/api/payments/payment-methods")
@Tag(name = "Payments")
class SavedMethodController {

    private static final String BASE = "/api/payments/payment-methods/";

    private final SavedMethods methods;
    private final Mint mint;

    SavedMethodController(SavedMethods methods, Mint mint) {
        this.methods = methods;
        this.mint = mint;
    }

    /**
     * @param phone needed unless a saved one is changed in part: it stays when it is left out
     * @param isDefault when absent, the first one saved becomes the default
     */
    record MethodRequest(
            @NotNull @Pattern(regexp = "mpesa") String type,
            @Nullable String phone,
            @Nullable @Size(max = 100) String label,
            @Nullable Boolean isDefault) {}

    @GetMapping("/")
    @Operation(summary = "The caller's saved ways to pay, the newest first")
    PageOf<SavedMethod.Response> list(@ParameterObject PageRequest page) {
        AccountId owner = owner();
        return PageOf.of(
                page,
                methods.count(owner),
                methods.list(owner, page).stream().map(SavedMethod::response).toList());
    }

    @GetMapping("/{id}/")
    @Operation(summary = "One saved way to pay")
    ResponseEntity<SavedMethod.Response> one(@PathVariable String id) {
        return shown(own(id));
    }

    @PostMapping("/")
    @Operation(summary = "Save a way to pay")
    @Answers(SavedMethod.Response.class)
    ResponseEntity<SavedMethod.Response> add(Body<MethodRequest> body) {
        MethodRequest request = body.read();
        PhoneNumber phone = phone(request, null);
        UUID id = mint.uuid();
        methods.add(owner(), id, new Choice(request.type(), phone, request.label(), request.isDefault()));
        ResponseEntity<SavedMethod.Response> shown = one(id.toString());
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(shown.getHeaders())
                .location(URI.create(BASE + id + "/"))
                .body(shown.getBody());
    }

    @PutMapping("/{id}/")
    @Operation(summary = "Write a saved way to pay anew")
    @Answers(SavedMethod.Response.class)
    ResponseEntity<SavedMethod.Response> replace(@PathVariable String id, Body<MethodRequest> body, IfMatch ifMatch) {
        SavedMethod before = own(id);
        MethodRequest request = body.read();
        return changed(before, request, phone(request, null), ifMatch);
    }

    @PatchMapping("/{id}/")
    @Operation(summary = "Change a saved way to pay")
    @Answers(SavedMethod.Response.class)
    ResponseEntity<SavedMethod.Response> change(@PathVariable String id, Body<MethodRequest> body, IfMatch ifMatch) {
        SavedMethod before = own(id);
        SavedMethod.Response now = before.response();
        MethodRequest request = body.over(new MethodRequest(before.type(), null, now.label(), before.isDefault()));
        return changed(before, request, phone(request, before), ifMatch);
    }

    private ResponseEntity<SavedMethod.Response> changed(
            SavedMethod before, MethodRequest request, PhoneNumber phone, IfMatch ifMatch) {
        methods.change(
                owner(),
                before.id(),
                new Choice(request.type(), phone, request.label(), request.isDefault()),
                ifMatch.version());
        return one(before.id().toString());
    }

    @DeleteMapping("/{id}/")
    @Operation(summary = "Forget a saved way to pay")
    @Answers
    ResponseEntity<Void> remove(@PathVariable String id, IfMatch ifMatch) {
        methods.remove(owner(), own(id).id(), ifMatch.version());
        return ResponseEntity.noContent().build();
    }

    private static PhoneNumber phone(MethodRequest request, @Nullable SavedMethod before) {
        String written = request.phone();
        if (written == null && before != null) {
            return before.phone().reveal().flatMap(PhoneNumber::parse).orElseThrow(SavedMethodController::noPhone);
        }
        if (written == null) {
            throw noPhone();
        }
        return Phones.read(written, "phone");
    }

    private static InvalidInput noPhone() {
        return InvalidInput.field("phone", "phone_invalid", "Name the phone that pays.");
    }

    private SavedMethod own(String id) {
        return Uuids.parse(id)
                .flatMap(uuid -> methods.find(owner(), uuid))
                .orElseThrow(() -> Rejection.notFound("payment method"));
    }

    private static AccountId owner() {
        return PaymentReader.signedIn().accountId();
    }

    private static ResponseEntity<SavedMethod.Response> shown(SavedMethod method) {
        SavedMethod.Response response = method.response();
        return Etags.ok(response.version(), Etags.representation(response), response);
    }
}
