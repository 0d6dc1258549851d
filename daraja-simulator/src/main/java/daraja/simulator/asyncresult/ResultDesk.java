package daraja.simulator.asyncresult;

import daraja.simulator.callback.Letter;
import daraja.simulator.callback.Postman;
import daraja.simulator.clock.Agenda;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.gateway.Ids;
import daraja.simulator.gateway.Product;
import daraja.simulator.gateway.Refusal;
import daraja.simulator.gateway.Request;
import daraja.simulator.initiator.Initiators;
import daraja.simulator.script.Payloads;
import daraja.simulator.script.Scripts;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Json;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes asynchronous requests and answers them a virtual second later. The acknowledgement does not look at the
 * credential; a wrong one is told in the result, as Safaricom does.
 */
public final class ResultDesk {

    private static final Duration WORK = Duration.ofSeconds(1);

    private final Map<Product, AsyncProduct> products = new EnumMap<>(Product.class);
    private final Conversations conversations;
    private final Initiators initiators;
    private final Scripts scripts;
    private final Agenda agenda;
    private final Postman postman;
    private final Ids ids;
    private final VirtualClock clock;

    ResultDesk(
            List<AsyncProduct> products,
            Conversations conversations,
            Initiators initiators,
            Scripts scripts,
            Agenda agenda,
            Postman postman,
            Ids ids,
            VirtualClock clock) {
        products.forEach(product -> this.products.put(product.product(), product));
        this.conversations = conversations;
        this.initiators = initiators;
        this.scripts = scripts;
        this.agenda = agenda;
        this.postman = postman;
        this.ids = ids;
        this.clock = clock;
    }

    /** Goes on with what was accepted and not ended when the program stopped. */
    public void resume() {
        conversations.open().forEach(this::schedule);
    }

    /** @param ownId the id that the shop chose, when the product takes one */
    Answer accept(Product name, Request request, @Nullable String ownId) {
        AsyncProduct product = product(name);
        product.check(request.fields());
        request.fields().address("QueueTimeOutURL");
        request.fields().address("ResultURL");
        JsonNode scripted = scripts.take("result", null, 0);
        Conversation conversation = new Conversation(
                name,
                ids.conversation(),
                ownId == null ? ids.request() : ownId,
                clock.now(),
                request.fields().json(),
                scripted.isEmpty() ? request.script() : scripted);
        if (!conversations.accept(conversation)) {
            throw new Refusal(500, "500.002.1001", "Duplicate OriginatorConversationID.");
        }
        schedule(conversation);
        return Answer.ok(Json.object()
                .put("OriginatorConversationID", conversation.originatorId())
                .put("ConversationID", conversation.id())
                .put("ResponseCode", "0")
                .put("ResponseDescription", "Accept the service request successfully."));
    }

    private void schedule(Conversation conversation) {
        agenda.at(conversation.at().plus(WORK), () -> conclude(conversation));
    }

    private void conclude(Conversation conversation) {
        JsonNode script = conversation.script();
        Conclusion conclusion = worked(conversation, script);
        conversations.ended(conversation, conclusion);
        if (!script.path("lost").asBoolean(false)) {
            Letter letter = letter(conversation, conclusion, script);
            agenda.after(Duration.ofSeconds(script.path("late_seconds").asLong(0)), () -> {
                var ignored = postman.send(letter);
            });
        }
    }

    private Conclusion worked(Conversation conversation, JsonNode script) {
        String scripted = script.path("result_code").asString("0");
        boolean done = script.path("done").asBoolean(scripted.equals("0"));
        AsyncProduct product = product(conversation.product());
        if (!initiators.accept(
                conversation.field(product.initiatorField()), conversation.field("SecurityCredential"))) {
            return product.failed("2001");
        }
        Conclusion real = done ? product.conclude(conversation) : product.failed(scripted);
        return scripted.equals("0") ? real : product.failed(scripted);
    }

    private Letter letter(Conversation conversation, Conclusion conclusion, JsonNode script) {
        String receipt = conclusion.receipt();
        String transactionId = receipt == null ? ids.dummyReceipt() : receipt;
        if (script.path("timeout").asBoolean(false)) {
            return letter("timeout", conversation, "QueueTimeOutURL", ResultBody.timeout(conversation, transactionId));
        }
        JsonNode body = script.has("payload")
                ? Payloads.named(script.path("payload").asString())
                : ResultBody.result(conversation, conclusion, product(conversation.product()), transactionId);
        return letter("result", conversation, "ResultURL", body);
    }

    private static Letter letter(String kind, Conversation conversation, String urlField, JsonNode body) {
        return new Letter(kind, conversation.id(), conversation.field(urlField), Map.of(), body);
    }

    private AsyncProduct product(Product name) {
        AsyncProduct product = products.get(name);
        if (product == null) {
            throw new IllegalStateException("not asynchronous: " + name);
        }
        return product;
    }
}
