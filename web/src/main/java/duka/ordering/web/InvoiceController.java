package duka.ordering.web;

import duka.kernel.web.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices, to read or to file. */
@RestController
@Tag(name = "Orders")
class InvoiceController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final OrderReader orders;
    private final Seller seller;

    InvoiceController(OrderReader orders, Seller seller) {
        this.orders = orders;
        this.seller = seller;
    }

    @GetMapping(
            path = "/api/orders/{idOrNumber}/invoice/",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE})
    @Operation(summary = "The invoice as a page, or as a PDF for who accepts that first or asks for format=pdf")
    ResponseEntity<byte[]> invoice(
            @PathVariable String idOrNumber,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Invoice invoice = Invoice.of(orders.visible(idOrNumber), seller);
        boolean pdf = format == null ? prefersPdf(accept) : wantsPdf(format);
        return ResponseEntity.ok()
                .contentType(pdf ? MediaType.APPLICATION_PDF : HTML)
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"invoice-" + invoice.number() + (pdf ? ".pdf\"" : ".html\""))
                .body(pdf ? InvoicePdf.of(invoice) : InvoiceHtml.of(invoice).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean wantsPdf(String format) {
        return switch (format) {
            case "pdf" -> true;
            case "html" -> false;
            default -> throw InvalidInput.field("format", "format_unknown", "An invoice comes as html or pdf.");
        };
    }

    private static boolean prefersPdf(@Nullable String accept) {
        List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(Objects.requireNonNullElse(accept, "*/*")));
        MimeTypeUtils.sortBySpecificity(wanted);
        return wanted.stream()
                .filter(type -> type.includes(MediaType.TEXT_HTML) || type.includes(MediaType.APPLICATION_PDF))
                .findFirst()
                .filter(type -> !type.includes(MediaType.TEXT_HTML))
                .isPresent();
    }
}
