package offender.cart.api;

import org.springframework.http.HttpStatus;

/** Breaks: the message contract knows the kernel and Axon's message annotations. */
public record SpringInAMessage(HttpStatus status) {}
