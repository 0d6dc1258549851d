package duka.payment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How the shop is paid by M-Pesa without a prompt, {@code duka.mpesa.payment-methods[n].code, .name, .number}. */
@Validated
@ConfigurationProperties("duka.mpesa")
record MpesaMethods(@Valid List<Method> paymentMethods) {

    private static final List<Method> USUAL = List.of(
            new Method("mpesa_paybill", "M-Pesa Pay Bill", null), new Method("mpesa_till", "M-Pesa Till", null));

    /** @param number the shop's pay bill or till number, if it tells it */
    record Method(
            @NotBlank String code,
            @NotBlank String name,
            @Nullable String number) {}

    MpesaMethods {
        paymentMethods = paymentMethods == null || paymentMethods.isEmpty() ? USUAL : List.copyOf(paymentMethods);
    }
}
