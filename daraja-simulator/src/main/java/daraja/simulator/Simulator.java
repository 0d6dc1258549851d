package daraja.simulator;

import daraja.simulator.callback.Deliveries;
import daraja.simulator.callback.Postman;
import daraja.simulator.clock.Agenda;
import daraja.simulator.clock.KeptOffset;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.console.AssertionCalls;
import daraja.simulator.console.LedgerCalls;
import daraja.simulator.console.PhoneCalls;
import daraja.simulator.console.TimeCalls;
import daraja.simulator.gateway.Gate;
import daraja.simulator.gateway.Ids;
import daraja.simulator.gateway.Product;
import daraja.simulator.gateway.SpikeArrest;
import daraja.simulator.gateway.Tokens;
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
import daraja.simulator.web.HttpFront;
import daraja.simulator.web.Json;
import daraja.simulator.web.RequestCounts;
import daraja.simulator.web.Router;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** All parts put together, and running. */
public final class Simulator implements AutoCloseable {

    private final HttpFront front;
    private final List<AutoCloseable> parts;

    private Simulator(HttpFront front, List<AutoCloseable> parts) {
        this.front = front;
        this.parts = parts;
    }

    public static Simulator start(Settings settings) throws IOException {
        KeptOffset keptOffset = new KeptOffset(settings.data());
        VirtualClock clock = new VirtualClock(Clock.systemUTC(), keptOffset.read());
        Switches switches = new Switches();
        Scripts scripts = new Scripts();
        Ids ids = new Ids(settings.dice(), clock, switches);
        Tokens tokens = new Tokens(settings.merchant(), ids, clock, switches);
        Gate gate = new Gate(tokens, ids, scripts);
        Agenda agenda = new Agenda(clock);
        Deliveries deliveries = new Deliveries();
        Postman postman = new Postman(settings.destinations(), deliveries, switches, agenda, clock);
        Ledger ledger = new Ledger(settings.data(), ids, clock);
        Prompts prompts = new Prompts(settings.data(), clock);
        CallbackSender callbacks = new CallbackSender(postman, agenda, scripts, prompts);
        PromptDesk desk = new PromptDesk(prompts, ledger, callbacks, agenda, clock, ids, entry -> {});
        Behaviours behaviours = new Behaviours();
        RequestCounts counts = new RequestCounts();

        PushEndpoint push = new PushEndpoint(settings.merchant(), behaviours, desk, new SpikeArrest(switches));
        QueryEndpoint query = new QueryEndpoint(settings.merchant(), prompts, ledger, clock, switches, ids);
        Router router = new Router(gate::notFound);
        router.on("GET", "/oauth/v1/generate", gate.open(tokens::generate))
                .on("*", "/mpesa/stkpush/v1/processrequest", gate.guard(Product.PUSH, push::push))
                .on("*", "/mpesa/stkpushquery/v1/query", gate.guard(Product.QUERY, query::subject, query::query))
                .on("GET", "/simulator/health/", call -> Answer.ok(Json.object().put("status", "up")));
        new PhoneCalls(prompts, desk, ledger, behaviours).routes(router);
        new LedgerCalls(ledger).routes(router);
        new AssertionCalls(deliveries, counts).routes(router);
        new ScriptCalls(scripts, switches, postman).routes(router);
        new TimeCalls(clock, agenda, postman, keptOffset::write, () -> {
                    agenda.reset();
                    keptOffset.write(clock.offset());
                    List.<Runnable>of(
                                    callbacks::reset,
                                    prompts::reset,
                                    ledger::reset,
                                    behaviours::reset,
                                    scripts::clear,
                                    switches::reset,
                                    deliveries::clear,
                                    counts::clear)
                            .forEach(Runnable::run);
                })
                .routes(router);

        HttpFront front = new HttpFront(settings.host(), settings.port(), router, counts);
        desk.resume();
        front.start();
        return new Simulator(front, List.of(front, agenda, postman, prompts, ledger));
    }

    public int port() {
        return front.port();
    }

    public String url() {
        return "http://localhost:" + port();
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the simulator did not close", e);
            }
        }
    }
}
