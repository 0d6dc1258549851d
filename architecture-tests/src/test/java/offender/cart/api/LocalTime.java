package offender.cart.api;

import java.time.LocalDateTime;

/** Breaks: a moment is an Instant. */
public record LocalTime(LocalDateTime at) {}
