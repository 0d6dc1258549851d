package daraja.simulator.pull;

import daraja.simulator.clock.NairobiTime;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.gateway.Fields;
import daraja.simulator.gateway.Gate;
import daraja.simulator.gateway.Ids;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Product;
import daraja.simulator.gateway.Refusal;
import daraja.simulator.gateway.Request;
import daraja.simulator.script.Switches;
import daraja.simulator.wallet.Entry;
import daraja.simulator.wallet.Kind;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Json;
import daraja.simulator.web.Router;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pull: the payments of the last 48 hours. A shop registers once in its life, so this one counts as registered unless
 * the switch {@code pull_unregistered} is on. Modelled: an answer holds 500 payments at most, and an unregistered shop
 * hears 1001, whose text names both causes.
 */
public final class PullEndpoints {

    private static final Duration REACH = Duration.ofDays(2);
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final Merchant merchant;
    private final Ids ids;
    private final VirtualClock clock;
    private final Switches switches;

    public PullEndpoints(Ledger ledger, Merchant merchant, Ids ids, VirtualClock clock, Switches switches) {
        this.ledger = ledger;
        this.merchant = merchant;
        this.ids = ids;
        this.clock = clock;
        this.switches = switches;
    }

    public void routes(Router router, Gate gate) {
        router.on("*", "/pulltransactions/v1/register", gate.guard(Product.PULL, this::register))
                .on("*", "/pulltransactions/v1/query", gate.guard(Product.PULL, this::query));
    }

    private Answer register(Request request) {
        Fields fields = request.fields();
        String shortcode = shop(fields);
        var unusedType = fields.oneOf("RequestType", "Pull");
        var unusedNumber = fields.phone("NominatedNumber");
        var unusedAddress = fields.address("CallBackURL");
        switches.registerForPull();
        return Answer.ok(Json.object()
                .put("ResponseRefID", ids.request())
                .put("ResponseStatus", "1000")
                .put("ShortCode", shortcode)
                .put("ResponseDescription", "Shortcode Registered Successfully"));
    }

    private Answer query(Request request) {
        Fields fields = request.fields();
        var unusedShop = shop(fields);
        Instant start = time(fields, "StartDate");
        Instant end = time(fields, "EndDate");
        int offset = Math.toIntExact(fields.amount("OffSetValue", 0, Integer.MAX_VALUE));
        Instant oldest = clock.now().minus(REACH);
        List<Entry> found = ledger.entries().stream()
                .filter(e -> e.kind() == Kind.PAYMENT)
                .filter(e -> !e.at().isBefore(start) && !e.at().isAfter(end) && !e.at().isBefore(oldest))
                .skip(offset)
                .limit(PAGE)
                .toList();
        if (found.isEmpty() || switches.pullUnregistered()) {
            return Answer.ok(Json.object()
                    .put("RequestID", ids.request())
                    .put("ResponseCode", "1001")
                    .put("ResponseMessage", "No records found or Organization Name not available"));
        }
        ObjectNode answer = Json.object()
                .put("ResponseRefID", ids.request())
                .put("ResponseCode", "1000")
                .put("ResponseMessage", "Success");
        ArrayNode list = answer.putArray("Response").addArray();
        found.forEach(entry -> list.add(shown(entry)));
        return Answer.ok(answer);
    }

    private ObjectNode shown(Entry entry) {
        String date = switches.pullNairobiDates()
                ? NairobiTime.falseZulu(entry.at())
                : entry.at().truncatedTo(ChronoUnit.SECONDS).toString();
        return Json.object()
                .put("transactionId", entry.receipt())
                .put("trxDate", date)
                .put("msisdn", Long.parseLong(entry.msisdn().substring(3)))
                .put("sender", "MPESA")
                .put("transactiontype", merchant.till() == null ? "c2b-pay-bill-debit" : "c2b-buy-goods-debit")
                .put("billreference", entry.reference())
                .put("amount", BigDecimal.valueOf(entry.amount()).setScale(2).toPlainString())
                .put("organizationname", "Duka");
    }

    private String shop(Fields fields) {
        String shortcode = fields.shortcode("ShortCode");
        if (!shortcode.equals(merchant.shortcode()) && !shortcode.equals(merchant.till())) {
            throw Refusal.invalid("ShortCode");
        }
        return shortcode;
    }

    private static Instant time(Fields fields, String name) {
        try {
            return NairobiTime.parseSpaced(fields.text(name));
        } catch (DateTimeException e) {
            throw Refusal.invalid(name);
        }
    }
}
