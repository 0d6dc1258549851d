package duka.ordering.web;

import duka.kernel.Money;
import duka.kernel.web.MoneyJson;
import duka.kernel.web.ShopMoney;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How orders can be sent. */
@RestController
@Tag(name = "Orders")
class ShippingMethodController {

    private final ShippingMethods methods;
    private final ShopMoney money;

    ShippingMethodController(ShippingMethods methods, ShopMoney money) {
        this.methods = methods;
        this.money = money;
    }

    record ShippingMethodResponse(String code, String name, MoneyJson fee, String estimate) {}

    @GetMapping("/api/orders/shipping-methods/")
    @Operation(summary = "How orders can be sent, and what it costs")
    List<ShippingMethodResponse> list() {
        return methods.methods().stream()
                .map(method -> new ShippingMethodResponse(
                        method.code(),
                        method.name(),
                        MoneyJson.of(Money.ofMajor(method.fee(), money.currency())),
                        method.estimate()))
                .toList();
    }
}
