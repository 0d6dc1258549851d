package daraja.simulator.wallet;

import daraja.simulator.web.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One movement of money between a wallet and the shop.
 *
 * @param amount whole shillings, always positive; the kind tells the direction
 * @param originalReceipt of a reversal: what it takes back
 * @param reference the account reference that the payer saw
 * @param conversationId of an asynchronous product
 */
public record Entry(
        Instant at,
        Kind kind,
        String receipt,
        String msisdn,
        long amount,
        @Nullable String checkoutRequestId,
        @Nullable String originalReceipt,
        @Nullable String reference,
        @Nullable String conversationId) {

    /** As the ledger's file and its readers see it. */
    public ObjectNode json() {
        return Json.object()
                .put("at", shownTime(at))
                .put("kind", kind.shown())
                .put("receipt", receipt)
                .put("msisdn", msisdn)
                .put("amount", amount)
                .put("checkout_request_id", checkoutRequestId)
                .put("original_receipt", originalReceipt)
                .put("reference", reference)
                .put("conversation_id", conversationId);
    }

    static Entry of(JsonNode line) {
        return new Entry(
                Instant.parse(line.path("at").asString()),
                Kind.of(line.path("kind").asString()),
                line.path("receipt").asString(),
                line.path("msisdn").asString(),
                line.path("amount").asLong(),
                nullable(line, "checkout_request_id"),
                nullable(line, "original_receipt"),
                nullable(line, "reference"),
                nullable(line, "conversation_id"));
    }

    /** ISO-8601 in UTC with exactly three digits of milliseconds. */
    public static String shownTime(Instant at) {
        String text = Instant.ofEpochMilli(at.toEpochMilli()).toString();
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }

    private static @Nullable String nullable(JsonNode line, String name) {
        return line.path(name).isString() ? line.path(name).asString() : null;
    }
}
