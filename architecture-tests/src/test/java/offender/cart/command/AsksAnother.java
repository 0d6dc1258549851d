package offender.cart.command;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** Breaks: the command side asks nobody. */
public final class AsksAnother {

    void ask(CommandGateway commands) {
        commands.sendAndWait("anything");
    }
}
