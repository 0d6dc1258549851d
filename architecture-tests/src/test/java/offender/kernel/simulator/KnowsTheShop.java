package offender.kernel.simulator;

import duka.kernel.Money;

/** Breaks: the simulator shares no class with the shop. */
public record KnowsTheShop(Money amount) {}
