package duka.ordering.web;

import duka.kernel.web.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Past trade: invoices, and credits of which each names the invoice that it gives money back for. */
record ImportRequest(
        @NotNull @Size(max = 200) @Valid List<@NotNull Invoice> invoices,
        @NotNull @Size(max = 200) @Valid List<@NotNull Credit> credits) {

    /** @param customer whom the export calls so, or {@code null} for somebody unknown */
    record Invoice(
            @NotBlank @Size(max = 40) String number,
            @Nullable @Size(max = 40) String customer,
            @NotBlank @Pattern(regexp = "[A-Z]{2}") String country,
            @NotNull Instant occurredAt,
            @NotEmpty @Size(max = 2_000) @Valid List<@NotNull Line> lines) {}

    record Line(
            @NotBlank String sku,
            @NotNull @Min(1) @Max(999) Integer quantity,
            @NotNull @Valid MoneyJson unitPrice) {}

    /** @param invoice which of the invoices it gives money back for */
    record Credit(
            @NotBlank @Size(max = 40) String number,
            @NotBlank @Size(max = 40) String invoice,
            @NotNull @Valid MoneyJson amount,
            @NotNull Instant occurredAt) {}
}
