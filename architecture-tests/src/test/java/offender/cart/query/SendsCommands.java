package offender.cart.query;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** Breaks: the query side asks for nothing. */
public final class SendsCommands {

    void ask(CommandGateway commands) {
        commands.sendAndWait("anything");
    }
}
