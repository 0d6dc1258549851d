package offender.server;

import org.axonframework.commandhandling.CommandHandler;

/** Breaks: the server wires and handles nothing. */
public final class HandlesOrders {

    @CommandHandler
    void decide(String command) {}
}
