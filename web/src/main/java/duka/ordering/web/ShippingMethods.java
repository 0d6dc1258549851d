package duka.ordering.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How orders can be sent, {@code duka.shipping.methods[n].code, .name, .fee, .estimate}.
 *
 * @param methods the first is what a shop offers before the others
 */
@Validated
@ConfigurationProperties("duka.shipping")
record ShippingMethods(@NotEmpty @Valid List<Method> methods) {

    private static final List<Method> KENYAN = List.of(
            new Method("pickup", "Pick up in Nairobi", 0, "Same day"),
            new Method("nairobi", "Nairobi delivery", 250, "1 working day"),
            new Method("countrywide", "Countrywide courier", 450, "2 to 4 working days"));

    /** @param fee in whole shillings */
    record Method(
            @NotBlank String code,
            @NotBlank String name,
            @PositiveOrZero long fee,
            @DefaultValue("") String estimate) {}

    ShippingMethods {
        methods = methods == null || methods.isEmpty() ? KENYAN : List.copyOf(methods);
    }

    Optional<Method> byCode(String code) {
        return methods.stream().filter(method -> method.code().equals(code)).findFirst();
    }
}
