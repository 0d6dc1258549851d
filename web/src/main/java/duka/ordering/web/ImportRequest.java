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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Past trade: invoices, and credits of which each names the invoice that it gives money back for. */
record ImportRequest(
        @NotNull @Size(max = 200) @Valid List<@NotNull Invoice> invoices,
        @NotNull @Size(max = 200) @Valid List<@NotNull Credit> credits) {

    /**
     * @param customer whom the export calls so, or {@code null} for somebody unknown
     * @param customerId the account of who bought, if the shop knows them
     * @param shippingAddress where it went, told of somebody with an account alone
     * @param end how it ended; {@code null} is {@code completed}
     */
    record Invoice(
            @NotBlank @Size(max = 40) String number,
            @Nullable @Size(max = 40) String customer,
            @Nullable UUID customerId,
            @Nullable @Valid AddressJson shippingAddress,
            @NotBlank @Pattern(regexp = "[A-Z]{2}") String country,
            @NotNull Instant occurredAt,

            @Nullable @Pattern(regexp = "completed|called_off|not_paid|out_of_stock")
            String end,

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
