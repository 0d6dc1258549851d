package daraja.simulator.c2b;

import daraja.simulator.callback.Delivery;
import daraja.simulator.callback.Letter;
import daraja.simulator.callback.Postman;
import daraja.simulator.clock.Agenda;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.gateway.Fields;
import daraja.simulator.gateway.Gate;
import daraja.simulator.gateway.Ids;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Product;
import daraja.simulator.gateway.Refusal;
import daraja.simulator.gateway.Request;
import daraja.simulator.script.Switches;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.wallet.Posting;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Json;
import daraja.simulator.web.Router;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Registration of the shop's addresses, and payments that a customer makes without being asked. */
public final class C2bEndpoints {

    private static final Duration WORK = Duration.ofSeconds(1);

    private final Registration.Kept registration;
    private final Confirmations confirmations;
    private final Ledger ledger;
    private final Merchant merchant;
    private final Postman postman;
    private final Agenda agenda;
    private final Ids ids;
    private final VirtualClock clock;
    private final Switches switches;

    public C2bEndpoints(
            Path directory,
            Ledger ledger,
            Merchant merchant,
            Postman postman,
            Agenda agenda,
            Ids ids,
            VirtualClock clock,
            Switches switches) {
        this.registration = new Registration.Kept(directory);
        this.confirmations = new Confirmations(registration, postman, ledger, merchant);
        this.ledger = ledger;
        this.merchant = merchant;
        this.postman = postman;
        this.agenda = agenda;
        this.ids = ids;
        this.clock = clock;
        this.switches = switches;
    }

    public Confirmations confirmations() {
        return confirmations;
    }

    public void routes(Router router, Gate gate) {
        for (int each = 1; each <= 2; each++) {
            int version = each;
            String base = "/mpesa/c2b/v" + version;
            router.on("*", base + "/registerurl", gate.guard(Product.C2B, r -> register(r, version)))
                    .on("*", base + "/simulate", gate.guard(Product.C2B, r -> simulate(r, version)));
        }
    }

    private Answer register(Request request, int version) {
        Fields fields = request.fields();
        checkShop(fields.shortcode("ShortCode"));
        String responseType = fields.oneOf("ResponseType", "Completed", "Cancelled");
        Registration wanted = new Registration(
                version, responseType, fields.address("ConfirmationURL"), fields.address("ValidationURL"));
        if (switches.c2bRegisterOnce() && registration.current() != null) {
            throw new Refusal(500, "500.003.1001", "Urls are already registered");
        }
        registration.keep(wanted);
        return accepted(switches.oldIds() ? "0" : "00000000", "Success");
    }

    private Answer simulate(Request request, int version) {
        Fields fields = request.fields();
        checkShop(fields.shortcode("ShortCode"));
        var unusedCommand = fields.oneOf("CommandID", "CustomerPayBillOnline", "CustomerBuyGoodsOnline");
        long amount = fields.amount("Amount", 1, 250_000);
        String msisdn = fields.phone("Msisdn");
        String reference = String.valueOf(fields.json().path("BillRefNumber").asString(""));
        if (reference.length() > 20) {
            throw Refusal.invalid("BillRefNumber");
        }
        agenda.after(WORK, () -> pay(version, msisdn, amount, reference));
        return accepted("0", "Accept the service request successfully.");
    }

    private void pay(int version, String msisdn, long amount, String reference) {
        Registration to = registration.current();
        if (to != null && switches.c2bValidation() && !validated(to, version, msisdn, amount, reference)) {
            return;
        }
        if (ledger.pay(msisdn, amount, null, reference) instanceof Posting.Posted posted) {
            confirmations.paid(posted.entry());
        }
    }

    /** Asks the shop; without an answer in time, what was registered decides. */
    private boolean validated(Registration to, int version, String msisdn, long amount, String reference) {
        var body = C2bBody.of(
                version,
                Confirmations.type(merchant.till()),
                ids.receipt(),
                clock.now(),
                amount,
                merchant.shortcode(),
                reference,
                "",
                msisdn);
        Delivery delivery = postman.send(new Letter(Postman.VALIDATION, reference, to.validationUrl(), Map.of(), body))
                .join();
        String code = answeredCode(delivery);
        return code == null ? to.responseType().equals("Completed") : code.equals("0");
    }

    private static @Nullable String answeredCode(Delivery delivery) {
        if (delivery.status() != 200) {
            return null;
        }
        try {
            return Json.read(delivery.answer()).path("ResultCode").asString("");
        } catch (JacksonException e) {
            return null;
        }
    }

    private void checkShop(String shortcode) {
        if (!shortcode.equals(merchant.shortcode()) && !shortcode.equals(merchant.till())) {
            throw Refusal.invalid("ShortCode");
        }
    }

    /** The key is spelt so. */
    private Answer accepted(String code, String text) {
        return Answer.ok(Json.object()
                .put("OriginatorCoversationID", ids.request())
                .put("ResponseCode", code)
                .put("ResponseDescription", text));
    }
}
