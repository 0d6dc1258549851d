package daraja.simulator.stk;

import daraja.simulator.clock.VirtualClock;
import daraja.simulator.gateway.Fields;
import daraja.simulator.gateway.Ids;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Refusal;
import daraja.simulator.gateway.Request;
import daraja.simulator.gateway.ResultTexts;
import daraja.simulator.gateway.Subject;
import daraja.simulator.script.Switches;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Json;
import tools.jackson.databind.JsonNode;

/** {@code POST /mpesa/stkpushquery/v1/query}: 4999 until the prompt is decided. It tells neither receipt nor amount. */
public final class QueryEndpoint {

    private final Merchant merchant;
    private final Prompts prompts;
    private final Ledger ledger;
    private final VirtualClock clock;
    private final Switches switches;
    private final Ids ids;

    public QueryEndpoint(
            Merchant merchant, Prompts prompts, Ledger ledger, VirtualClock clock, Switches switches, Ids ids) {
        this.merchant = merchant;
        this.prompts = prompts;
        this.ledger = ledger;
        this.clock = clock;
        this.switches = switches;
        this.ids = ids;
    }

    /** Whom a query is about. */
    public Subject subject(Fields fields) {
        String id = fields.optional("CheckoutRequestID");
        Prompt prompt = id == null ? null : prompts.find(id);
        return prompt == null ? new Subject(null, 0) : new Subject(prompt.msisdn(), prompt.amount());
    }

    public Answer query(Request request) {
        Fields fields = request.fields();
        String shortcode = fields.shortcode("BusinessShortCode");
        String password = fields.text("Password");
        String timestamp = fields.timestamp("Timestamp");
        String id = fields.text("CheckoutRequestID");
        merchant.check(shortcode, password, timestamp);
        if (switches.emptyQueryRate() > ids.chance()) {
            throw new Refusal(500, "500.001.1001", "", id);
        }
        Prompt prompt = prompts.find(id);
        if (prompt != null) {
            JsonNode script = request.script();
            Outcome shown = shown(prompt);
            String code = script.path("result_code").asString(shown.code());
            String text = code.equals(shown.code()) ? shown.queryText() : ResultTexts.inQuery(code);
            return answer(
                    prompt.merchantRequestId(),
                    id,
                    code,
                    script.path("result_desc").asString(text));
        }
        if (ledger.checkout(id).isPresent()) {
            return answer(ids.request(), id, "0", ResultTexts.inQuery("0"));
        }
        throw new Refusal(500, "500.001.1001", "The transaction does not Exist", id);
    }

    private Outcome shown(Prompt prompt) {
        QueryPlan plan = prompt.behaviour().query();
        Outcome outcome = prompt.outcome();
        if (outcome == null || (plan.processingUntilCallback() && !prompt.calledBack())) {
            return Outcome.of("4999");
        }
        boolean contradicts = clock.now().isBefore(prompt.openedAt().plus(plan.contradiction()));
        return contradicts ? Outcome.of(plan.contradictingCode()) : outcome;
    }

    private static Answer answer(String merchantRequestId, String id, String code, String text) {
        return Answer.ok(Json.object()
                .put("ResponseCode", "0")
                .put("ResponseDescription", "The service request has been accepted successfully")
                .put("MerchantRequestID", merchantRequestId)
                .put("CheckoutRequestID", id)
                .put("ResultCode", code)
                .put("ResultDesc", text));
    }
}
