package offender.cart.command;

import org.axonframework.commandhandling.CommandHandler;

/** Breaks: deciding assigns nothing. */
public final class DecidesAndAssigns {

    private String last = "";

    @CommandHandler
    String decide(String command) {
        last = command;
        return last;
    }
}
