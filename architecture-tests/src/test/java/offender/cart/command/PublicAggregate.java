package offender.cart.command;

import org.axonframework.spring.stereotype.Aggregate;

/** Breaks: aggregates are spoken to by messages alone. */
@Aggregate(type = "offender.PublicAggregate")
public class PublicAggregate {}
