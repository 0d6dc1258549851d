package daraja.simulator.console;

import daraja.simulator.wallet.Entry;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.wallet.Msisdn;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Call;
import daraja.simulator.web.Json;
import daraja.simulator.web.Router;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The truth about money, for people and tests. */
public final class LedgerCalls {

    private final Ledger ledger;

    public LedgerCalls(Ledger ledger) {
        this.ledger = ledger;
    }

    public void routes(Router router) {
        router.on("GET", "/simulator/ledger/", this::read);
    }

    /** All lines, oldest first; {@code msisdn} leaves out the others' lines, {@code last} all but the newest. */
    private Answer read(Call call) {
        String msisdn = call.query().get("msisdn");
        List<Entry> entries = ledger.entries();
        if (msisdn != null) {
            String wanted = Msisdn.of(msisdn);
            entries = entries.stream().filter(e -> e.msisdn().equals(wanted)).toList();
        }
        String last = call.query().get("last");
        if (last != null) {
            entries = entries.subList(Math.max(0, entries.size() - Integer.parseInt(last)), entries.size());
        }
        ArrayNode lines = Json.array();
        entries.forEach(entry -> lines.add(entry.json()));
        ObjectNode answer = Json.object();
        answer.set("entries", lines);
        return Answer.ok(answer.put("shop_balance", ledger.shopBalance()));
    }
}
