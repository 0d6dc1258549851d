package offender.cart.query;

import offender.cart.command.PublicAggregate;

/** Breaks: a role knows only the messages of the others. */
public final class KnowsAnAggregate {

    PublicAggregate of(PublicAggregate cart) {
        return cart;
    }
}
