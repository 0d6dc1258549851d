package offender.cart.command;

import java.util.UUID;

/** Breaks: whoever decides has no clock, no dice and no environment. */
public final class RollsDice {

    UUID roll() {
        return UUID.randomUUID();
    }
}
