package duka.catalog.web;

import duka.kernel.Rejection;
import duka.kernel.api.MessageKeys;
import duka.kernel.api.Refusal;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Sends the commands of a job, for whoever asked for it, without waiting for any read model. */
@Component
class SilentCommands {

    private final CommandGateway gateway;

    SilentCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** @throws Rejection if a rule says no */
    void send(String actor, UUID job, Object command) {
        Map<String, String> metadata = Map.of(MessageKeys.ACTOR, actor, MessageKeys.CORRELATION_ID, job.toString());
        try {
            Object ignored = gateway.sendAndWait(
                    GenericCommandMessage.asCommandMessage(command).andMetaData(metadata));
        } catch (RuntimeException e) {
            throw Refusal.in(e).<RuntimeException>map(Refusal::toRejection).orElse(e);
        }
    }
}
