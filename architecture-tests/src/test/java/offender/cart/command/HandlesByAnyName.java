package offender.cart.command;

import offender.cart.api.CartCommand.FindCart;
import org.axonframework.commandhandling.CommandHandler;

/** Breaks: a command is decided. */
public final class HandlesByAnyName {

    @CommandHandler
    void handle(FindCart command) {}
}
