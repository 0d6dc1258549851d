package duka.notification;

import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the local outbox as an admin does. */
record Outbox(RunningShop shop, String admin) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/api/ops/mail-outbox/";

    /** What somebody was sent, the newest first. */
    List<JsonNode> to(String address) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode message :
                shop.get(admin, PATH + "?page_size=100").json().path("results").values()) {
            if (message.path("to").asString("").equals(address)) {
                found.add(message);
            }
        }
        return found;
    }

    /** The newest, once somebody was sent so many. */
    JsonNode last(String address, int count) {
        await().atMost(PATIENCE).until(() -> to(address).size() >= count);
        return to(address).getFirst();
    }
}
