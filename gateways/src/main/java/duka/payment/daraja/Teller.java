package duka.payment.daraja;

import duka.kernel.api.MessageKeys;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Sends the gateway's commands in its own name, and waits for the answer. */
class Teller {

    private static final Map<String, String> ORIGIN = Map.of(MessageKeys.ACTOR, "system:payment.daraja");
    private static final int TRIES = 3;

    private final CommandGateway gateway;

    Teller(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <R> R ask(Object command) {
        return gateway.sendAndWait(
                GenericCommandMessage.asCommandMessage(command).andMetaData(ORIGIN));
    }

    void tell(Object command) {
        Object unused = ask(command);
    }

    /** Records what the outside world just answered: worth a second try, since nobody will say it again. */
    void insist(Object command) {
        for (int attempt = 1; ; attempt++) {
            try {
                tell(command);
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
