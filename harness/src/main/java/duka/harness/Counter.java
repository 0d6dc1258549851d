package duka.harness;

import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** The shop's staff, who send parcels on their way and take cash at the door. */
final class Counter {

    private static final List<String> WAY = List.of("preparing", "shipped", "in_transit", "delivered");
    private static final List<String> CARRIERS = List.of("G4S", "Wells Fargo", "Fargo Courier", "Sendy");

    private final Shop admin;

    Counter(Shop admin) {
        this.admin = admin;
    }

    /**
     * Sends an order's parcel as far as it is to get.
     *
     * @return whether its customer has it
     */
    boolean handOn(JsonNode order, Random dice) throws Exception {
        int far = dice.nextInt(100) < 70 ? 3 : dice.nextInt(3);
        String carrier = CARRIERS.get(dice.nextInt(CARRIERS.size()));
        String status = order.path("status").asString();
        JsonNode parcel = order.path("shipment");
        if (!status.equals("confirmed") || !parcel.isObject()) {
            return status.equals("completed");
        }
        int reached = WAY.indexOf(parcel.path("status").asString());
        String address = "/api/shipments/" + parcel.path("id").asString() + "/";
        if (reached == 0 && far > 0) {
            String number = "DK" + order.path("number").asString().substring(2);
            admin.patch(address, Map.of("carrier", carrier, "tracking_number", number))
                    .orStop("Naming a carrier");
        }
        for (int step = Math.max(0, reached) + 1; step <= far; step++) {
            admin.patch(address, Map.of("status", WAY.get(step))).orStop("Sending a parcel on");
        }
        if (far == 3) {
            takeCash(order);
        }
        return Math.max(reached, far) == 3;
    }

    private void takeCash(JsonNode order) throws Exception {
        JsonNode payment = order.path("payment");
        boolean owed = payment.path("method").asString().equals("cash_on_delivery")
                && order.path("payment_status").asString().equals("unpaid");
        if (owed) {
            admin.post(
                            "/api/payments/payments/" + payment.path("id").asString() + "/settle/",
                            Map.of("amount", order.path("total")))
                    .orStop("Taking cash");
        }
    }
}
