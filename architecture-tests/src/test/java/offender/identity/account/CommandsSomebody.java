package offender.identity.account;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** Breaks: accounts command none. */
public final class CommandsSomebody {

    void ask(CommandGateway commands) {
        commands.sendAndWait("anything");
    }
}
