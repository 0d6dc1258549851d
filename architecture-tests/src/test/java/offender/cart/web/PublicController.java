package offender.cart.web;

import org.springframework.web.bind.annotation.RestController;

/** Breaks: controllers are called by HTTP alone. */
@RestController
public final class PublicController {}
