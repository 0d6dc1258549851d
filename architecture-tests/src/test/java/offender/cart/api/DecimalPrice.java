package offender.cart.api;

import java.math.BigDecimal;

/** Breaks: money is Money. */
public record DecimalPrice(BigDecimal price) {}
