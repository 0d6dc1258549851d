package duka.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The M-Pesa simulator as its own ledger tells it. */
final class Phones {

    private final Http http;

    Phones(Http http) {
        this.http = http;
    }

    /** Has the simulator make trouble, see its {@code /simulator/script/}. */
    void script(Map<String, Object> script) throws IOException {
        http.send("POST", "/simulator/script/", script, Map.of()).orStop("The simulator's script");
    }

    void forgetScripts() throws IOException {
        http.send("DELETE", "/simulator/script/", null, Map.of()).orStop("The simulator's scripts");
    }

    Ledger ledger() throws IOException {
        JsonNode body = http.send("GET", "/simulator/ledger/", null, Map.of()).orStop("The simulator's ledger");
        List<Ledger.Entry> entries = new ArrayList<>();
        for (JsonNode entry : body.path("entries")) {
            entries.add(new Ledger.Entry(
                    entry.path("kind").asString(),
                    entry.path("receipt").asString(),
                    entry.path("msisdn").asString(),
                    entry.path("amount").asLong(),
                    entry.path("checkout_request_id").asString("")));
        }
        return new Ledger(entries, body.path("shop_balance").asLong());
    }
}
