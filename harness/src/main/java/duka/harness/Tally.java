package duka.harness;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the demo sold, counted beside the system. */
final class Tally {

    private final Map<String, Integer> sold = new HashMap<>();
    private long money;

    void sold(String sku, int quantity, Sale sale) throws Exception {
        sold.merge(sku, quantity, Integer::sum);
        money += sale.totalInShillings();
    }

    long money() {
        return money;
    }

    boolean stockTies(Shop admin, Map<String, Integer> opening) throws Exception {
        boolean ties = true;
        for (Map.Entry<String, Integer> item : opening.entrySet()) {
            JsonNode stock = admin.get("/api/inventory/" + item.getKey() + "/").orStop("The stock");
            int gone = sold.getOrDefault(item.getKey(), 0);
            int onHand = stock.path("on_hand").asInt();
            int reserved = stock.path("reserved").asInt();
            System.out.printf(
                    "  stock   %s: opened with %d − sold %d = %d · on hand %d, reserved %d%n",
                    item.getKey(), item.getValue(), gone, item.getValue() - gone, onHand, reserved);
            ties &= onHand == item.getValue() - gone && reserved == 0;
        }
        return ties;
    }
}
