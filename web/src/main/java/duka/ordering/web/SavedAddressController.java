package duka.ordering.web;

import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Mint;
import duka.kernel.web.PageOf;
import duka.ordering.api.ShippingAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
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

/** The caller's own saved addresses. */
@RestController
@RequestMapping("/api/auth/addresses")
@Tag(name = "Accounts")
class SavedAddressController {

    private static final String BASE = "/api/auth/addresses/";

    private final SavedAddresses addresses;
    private final Mint mint;

    SavedAddressController(SavedAddresses addresses, Mint mint) {
        this.addresses = addresses;
        this.mint = mint;
    }

    @GetMapping("/")
    @Operation(summary = "The caller's saved addresses, the newest first")
    PageOf<SavedAddress.Response> list(@ParameterObject PageRequest page) {
        Caller owner = OrderReader.signedIn();
        return PageOf.of(
                page,
                addresses.count(owner.accountId()),
                addresses.list(owner.accountId(), page).stream()
                        .map(SavedAddress::response)
                        .toList());
    }

    @GetMapping("/{id}/")
    @Operation(summary = "One saved address")
    ResponseEntity<SavedAddress.Response> one(@PathVariable String id) {
        return shown(own(id));
    }

    @PostMapping("/")
    @Operation(summary = "Save an address")
    @Answers(SavedAddress.Response.class)
    ResponseEntity<SavedAddress.Response> add(Body<SavedAddress.Request> body) {
        SavedAddress.Request request = body.read();
        ShippingAddress address = sealed(request);
        UUID id = mint.uuid();
        addresses.add(OrderReader.signedIn().accountId(), id, address, request.isDefault());
        ResponseEntity<SavedAddress.Response> shown = one(id.toString());
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(shown.getHeaders())
                .location(URI.create(BASE + id + "/"))
                .body(shown.getBody());
    }

    @PutMapping("/{id}/")
    @Operation(summary = "Write a saved address anew")
    @Answers(SavedAddress.Response.class)
    ResponseEntity<SavedAddress.Response> replace(
            @PathVariable String id, Body<SavedAddress.Request> body, IfMatch ifMatch) {
        SavedAddress before = own(id);
        return changed(before, body.read(), ifMatch);
    }

    @PatchMapping("/{id}/")
    @Operation(summary = "Change a saved address")
    @Answers(SavedAddress.Response.class)
    ResponseEntity<SavedAddress.Response> change(
            @PathVariable String id, Body<SavedAddress.Request> body, IfMatch ifMatch) {
        SavedAddress before = own(id);
        return changed(before, body.over(before.request()), ifMatch);
    }

    private ResponseEntity<SavedAddress.Response> changed(
            SavedAddress before, SavedAddress.Request request, IfMatch ifMatch) {
        addresses.change(
                OrderReader.signedIn().accountId(),
                before.id(),
                sealed(request),
                request.isDefault(),
                ifMatch.version());
        return one(before.id().toString());
    }

    @DeleteMapping("/{id}/")
    @Operation(summary = "Forget a saved address")
    @Answers
    ResponseEntity<Void> remove(@PathVariable String id, IfMatch ifMatch) {
        addresses.remove(OrderReader.signedIn().accountId(), own(id).id(), ifMatch.version());
        return ResponseEntity.noContent().build();
    }

    private SavedAddress own(String id) {
        return Uuids.parse(id)
                .flatMap(uuid -> addresses.find(OrderReader.signedIn().accountId(), uuid))
                .orElseThrow(() -> Rejection.notFound("address"));
    }

    private static ShippingAddress sealed(SavedAddress.Request request) {
        return request.address().toAddress(OrderReader.signedIn().personId(), "phone");
    }

    private static ResponseEntity<SavedAddress.Response> shown(SavedAddress address) {
        SavedAddress.Response response = address.response();
        return Etags.ok(response.version(), Etags.representation(response), response);
    }
}
