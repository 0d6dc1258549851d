package duka.harness;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One order as its customer watches it; prints whatever is new. */
final class Sale {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Shop customer;
    private final String id;
    private final String number;
    private final Set<String> told = new LinkedHashSet<>();

    Sale(Shop customer, JsonNode placed) throws Exception {
        this.customer = customer;
        this.id = placed.path("id").asString();
        this.number = placed.path("number").asString();
        look();
    }

    void until(String status, Duration patience) throws Exception {
        Waiting.until(number + " to be " + status, patience, PAUSE, () -> {
            JsonNode order = look();
            return order.path("status").asString().equals(status) ? order : null;
        });
    }

    void untilPayment(String status, Duration patience) throws Exception {
        Waiting.until("the payment of " + number + " to be " + status, patience, PAUSE, () -> {
            JsonNode order = look();
            return order.path("payment_status").asString().equals(status) ? order : null;
        });
    }

    /** Until the prompt is on the phone. */
    void untilPrompt(Duration patience) throws Exception {
        Waiting.until("the prompt for " + number, patience, PAUSE, () -> {
            JsonNode payment = payment(look());
            return payment.path("checkout_request_id").isString() ? payment : null;
        });
    }

    String shipment(Duration patience) throws Exception {
        return Waiting.until("the shipment of " + number, patience, PAUSE, () -> {
            String shipment = look().path("shipment").path("id").asString("");
            return shipment.isEmpty() ? null : shipment;
        });
    }

    void payAgain(String phone) throws Exception {
        customer.post("/api/payments/payments/", Map.of("order_id", id, "method", "mpesa", "phone", phone))
                .orStop("Paying " + number + " again");
    }

    void cancel() throws Exception {
        customer.delete("/api/orders/" + id + "/").orStop("Cancelling " + number);
    }

    long totalInShillings() throws Exception {
        return new BigDecimal(look().path("total").path("amount").asString()).longValueExact();
    }

    /** Reads the order and tells what was not told yet. */
    JsonNode look() throws Exception {
        JsonNode order = customer.get("/api/orders/" + id + "/").orStop("Reading " + number);
        for (JsonNode entry : order.path("history")) {
            tell("order " + entry.path("status").asString() + note(entry.path("note")));
        }
        JsonNode rejection = order.path("rejection");
        if (rejection.isObject()) {
            tell("refused: " + rejection.path("code").asString() + " " + rejection.path("skus"));
        }
        for (JsonNode attempt : payment(order).path("attempts")) {
            tell("payment attempt " + attempt.path("n").asInt() + " "
                    + attempt.path("status").asString() + note(attempt.path("receipt_number")));
        }
        tell("money " + order.path("payment_status").asString());
        for (JsonNode event : order.path("shipment").path("events")) {
            tell("shipment " + event.path("status").asString());
        }
        return order;
    }

    private JsonNode payment(JsonNode order) throws Exception {
        String payment = order.path("payment").path("id").asString("");
        return payment.isEmpty()
                ? order.path("payment")
                : customer.get("/api/payments/payments/" + payment + "/").json();
    }

    private void tell(String what) {
        if (told.add(what)) {
            System.out.printf(
                    "  %s  %s  %s%n", LocalTime.now(ZoneId.systemDefault()).format(CLOCK), number, what);
        }
    }

    private static String note(JsonNode note) {
        return note.isString() && !note.asString().isEmpty() ? " (" + note.asString() + ")" : "";
    }
}
