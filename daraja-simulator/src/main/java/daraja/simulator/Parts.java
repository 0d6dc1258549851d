package daraja.simulator;

import daraja.simulator.asyncresult.AsyncEndpoints;
import daraja.simulator.asyncresult.Conversations;
import daraja.simulator.c2b.C2bEndpoints;
import daraja.simulator.callback.Deliveries;
import daraja.simulator.callback.Postman;
import daraja.simulator.clock.Agenda;
import daraja.simulator.clock.KeptOffset;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.console.AssertionCalls;
import daraja.simulator.console.LedgerCalls;
import daraja.simulator.console.PageCalls;
import daraja.simulator.console.PhoneCalls;
import daraja.simulator.console.TimeCalls;
import daraja.simulator.gateway.Gate;
import daraja.simulator.gateway.Ids;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Product;
import daraja.simulator.gateway.SpikeArrest;
import daraja.simulator.gateway.Tokens;
import daraja.simulator.initiator.Initiators;
import daraja.simulator.initiator.TestCertificate;
import daraja.simulator.pull.PullEndpoints;
import daraja.simulator.script.ScriptCalls;
import daraja.simulator.script.Scripts;
import daraja.simulator.script.Switches;
import daraja.simulator.stk.Behaviours;
import daraja.simulator.stk.CallbackSender;
import daraja.simulator.stk.PromptDesk;
import daraja.simulator.stk.Prompts;
import daraja.simulator.stk.PushEndpoint;
import daraja.simulator.stk.QueryEndpoint;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Json;
import daraja.simulator.web.RequestCounts;
import daraja.simulator.web.Router;
import java.nio.file.Path;
import java.time.Clock;

/** Who knows whom: everything is put together here, once. */
final class Parts implements AutoCloseable {

    private final RequestCounts counts = new RequestCounts();
    private final Switches switches = new Switches();
    private final Scripts scripts = new Scripts();
    private final Deliveries deliveries = new Deliveries();
    private final Behaviours behaviours = new Behaviours();
    private final Merchant merchant;
    private final KeptOffset keptOffset;
    private final VirtualClock clock;
    private final Agenda agenda;
    private final Ids ids;
    private final Gate gate;
    private final Tokens tokens;
    private final Postman postman;
    private final Ledger ledger;
    private final Prompts prompts;
    private final CallbackSender callbacks;
    private final PromptDesk desk;
    private final TestCertificate certificate;
    private final Conversations conversations;
    private final AsyncEndpoints async;
    private final C2bEndpoints c2b;
    private final PullEndpoints pull;

    Parts(Settings settings, Clock real) {
        Path data = settings.data();
        merchant = settings.merchant();
        certificate = TestCertificate.in(data);
        keptOffset = new KeptOffset(data);
        clock = new VirtualClock(real, keptOffset.read());
        agenda = new Agenda(clock);
        ids = new Ids(settings.dice(), clock, switches);
        tokens = new Tokens(merchant, ids, clock, switches);
        gate = new Gate(tokens, ids, scripts);
        postman = new Postman(settings.destinations(), deliveries, switches, agenda, clock);
        ledger = new Ledger(data, ids, clock);
        prompts = new Prompts(data, clock);
        callbacks = new CallbackSender(postman, agenda, scripts, prompts);
        c2b = new C2bEndpoints(data, ledger, merchant, postman, agenda, ids, clock, switches);
        desk = new PromptDesk(prompts, ledger, callbacks, agenda, clock, ids, c2b.confirmations()::paid);
        conversations = new Conversations(data);
        Initiators initiators = new Initiators(certificate, merchant);
        async = new AsyncEndpoints(merchant, ledger, conversations, initiators, scripts, agenda, postman, ids, clock);
        pull = new PullEndpoints(ledger, merchant, ids, clock, switches);
    }

    RequestCounts counts() {
        return counts;
    }

    TestCertificate certificate() {
        return certificate;
    }

    Router router() {
        PushEndpoint push = new PushEndpoint(merchant, behaviours, desk, new SpikeArrest(switches));
        QueryEndpoint query = new QueryEndpoint(merchant, prompts, ledger, clock, switches, ids);
        Router router = new Router(gate::notFound);
        router.on("GET", "/oauth/v1/generate", gate.open(tokens::generate))
                .on("*", "/mpesa/stkpush/v1/processrequest", gate.guard(Product.PUSH, push::push))
                .on("*", "/mpesa/stkpushquery/v1/query", gate.guard(Product.QUERY, query::subject, query::query))
                .on("GET", "/simulator/health/", call -> Answer.ok(Json.object().put("status", "up")));
        async.routes(router, gate);
        c2b.routes(router, gate);
        pull.routes(router, gate);
        new PageCalls(prompts, ledger, behaviours, clock).routes(router);
        new PhoneCalls(prompts, desk, ledger, behaviours).routes(router);
        new LedgerCalls(ledger).routes(router);
        new AssertionCalls(deliveries, counts).routes(router);
        new ScriptCalls(scripts, switches, postman).routes(router);
        new TimeCalls(clock, agenda, postman, keptOffset::write, this::reset).routes(router);
        return router;
    }

    /** Goes on with what was underway when the program stopped. */
    void resume() {
        desk.resume();
        async.resume();
    }

    /** Everything as at the first start, but for tokens and the addresses that a shop registers when it starts. */
    private void reset() {
        agenda.reset();
        keptOffset.write(clock.offset());
        callbacks.reset();
        prompts.reset();
        conversations.reset();
        ledger.reset();
        behaviours.reset();
        scripts.clear();
        switches.reset();
        deliveries.clear();
        counts.clear();
    }

    @Override
    public void close() {
        agenda.close();
        postman.close();
        prompts.close();
        conversations.close();
        ledger.close();
    }
}
