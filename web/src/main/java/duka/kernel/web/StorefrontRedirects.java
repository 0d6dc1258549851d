package duka.kernel.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads browsers that come to the server to where they mean to go: the storefront, or the description of the API. */
@RestController
@Hidden
class StorefrontRedirects {

    private final String storefront;

    StorefrontRedirects(
            @Value("${duka.storefront-url:http://localhost:${duka.storefront-port:3000}}") String storefront) {
        this.storefront = storefront.replaceAll("/+$", "");
    }

    @GetMapping("/")
    ResponseEntity<Void> shop() {
        return to(storefront + "/");
    }

    @GetMapping({"/admin", "/admin/"})
    ResponseEntity<Void> admin() {
        return to(storefront + "/admin/");
    }

    @GetMapping({"/api/docs", "/api/docs/"})
    ResponseEntity<Void> description() {
        return to("/api/docs/swagger-ui/index.html");
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(address))
                .build();
    }
}
