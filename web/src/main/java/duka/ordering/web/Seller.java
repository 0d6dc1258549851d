package duka.ordering.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who sells, as invoices name them.
 *
 * @param shopName at the head of each invoice
 * @param etimsNumber the shop's control unit in KRA's eTIMS; blank if its invoices are no tax invoices
 * @param timeZone whose dates invoices show
 */
@Validated
@ConfigurationProperties("duka")
record Seller(
        @DefaultValue("Duka") @NotBlank @Size(max = 100) String shopName,
        @DefaultValue("") @Size(max = 100) String etimsNumber,
        @DefaultValue("Africa/Nairobi") @NotNull ZoneId timeZone) {

    boolean issuesTaxInvoices() {
        return !etimsNumber.isBlank();
    }
}
