package duka.harness;

import duka.harness.Http.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client that never takes "no answer" for an answer: it writes down what it asks, and asks again under the same key
 * until it knows.
 */
final class Checkouts {

    private static final Duration PATIENCE = Duration.ofMinutes(9);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Journal journal;

    Checkouts(Journal journal) {
        this.journal = journal;
    }

    /** Puts the pieces into the customer's cart; answers false if there are no more of them. */
    static boolean fill(Shop customer, String sku, int quantity) throws Exception {
        String key = UUID.randomUUID().toString();
        Reply reply = Waiting.until(
                "the cart",
                PATIENCE,
                PAUSE,
                () -> certain(() -> customer.post("/api/cart/items/", Map.of("sku", sku, "quantity", quantity), key)));
        if (reply.isSuccess()) {
            return true;
        }
        if (reply.code().equals("insufficient_stock")) {
            return false;
        }
        throw new Stop("the cart was refused: " + reply.text());
    }

    /** Puts pieces that must be there into the customer's cart. */
    static void mustFill(Shop customer, String sku, int quantity) throws Exception {
        if (!fill(customer, sku, quantity)) {
            throw new Stop("there are no more pieces of " + sku + ".");
        }
    }

    /** Orders what is in the cart; answers the order's id, or an empty text when the shop refused. */
    String order(Shop customer, Journal.Checkout checkout) throws Exception {
        journal.asked(checkout);
        Reply reply = Waiting.until(
                "an answer to " + checkout.key(),
                PATIENCE,
                PAUSE,
                () -> certain(() -> customer.post(
                        "/api/orders/", Shop.orderBody("Load Client", checkout.phone()), checkout.key())));
        if (reply.isSuccess()) {
            String orderId = reply.json().path("id").asString();
            journal.acknowledged(checkout.key(), orderId);
            return orderId;
        }
        journal.refused(checkout.key(), reply.code());
        return "";
    }

    /** Cancels the order, whatever has become of it. */
    static void cancel(Shop customer, String orderId) throws Exception {
        Waiting.until(
                "order " + orderId + " to be cancelled",
                PATIENCE,
                PAUSE,
                () -> certain(() -> customer.delete("/api/orders/" + orderId + "/")));
    }

    /** Waits until the order can go nowhere but to its shipment, and answers its status; what was not paid is given up. */
    static String untilDecided(Shop customer, String orderId) throws Exception {
        return Waiting.until("order " + orderId + " to be decided", PATIENCE, PAUSE, () -> {
            Reply reply = certain(() -> customer.get("/api/orders/" + orderId + "/"));
            if (reply == null) {
                return null;
            }
            JsonNode order = reply.orStop("Reading order " + orderId);
            String status = order.path("status").asString();
            if (status.equals("awaiting_payment")
                    && order.path("payment_status").asString().equals("failed")) {
                certain(() -> customer.delete("/api/orders/" + orderId + "/"));
            }
            return status.equals("placed") || status.equals("awaiting_payment") ? null : status;
        });
    }

    /** An answer that tells what happened, or {@code null} for silence, a dying server or a busy key. */
    private static @Nullable Reply certain(Call call) throws Exception {
        try {
            Reply reply = call.send();
            boolean unknown = reply.status() >= 500
                    || reply.status() == 429
                    || reply.code().equals("idempotency_key_in_progress");
            return unknown ? null : reply;
        } catch (IOException e) {
            return null;
        }
    }

    @FunctionalInterface
    private interface Call {
        Reply send() throws IOException;
    }
}
