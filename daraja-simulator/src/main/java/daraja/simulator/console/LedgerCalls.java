package daraja.simulator.console;

import daraja.simulator.wallet.Entry;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.wallet.Msisdn;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Call;
import daraja.simulator.web.Json;
import daraja.simulator.web.Router;
import java.util.List;

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
        List<Entry> shown = entries;
        long shopBalance = ledger.shopBalance();
        return Answer.written(out -> {
            out.write("{\"entries\":[");
            String comma = "";
            for (Entry entry : shown) {
                out.write(comma);
                out.write(Json.write(entry.json()));
                comma = ",";
            }
            out.write("],\"shop_balance\":" + shopBalance + "}");
        });
    }
}
