package daraja.simulator.console;

import daraja.simulator.clock.VirtualClock;
import daraja.simulator.stk.Behaviours;
import daraja.simulator.stk.Prompt;
import daraja.simulator.stk.Prompts;
import daraja.simulator.wallet.Entry;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Json;
import daraja.simulator.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page for people, and the figures that it refreshes itself with. */
public final class PageCalls {

    private static final int PHONES = 12;
    private static final int PROMPTS = 3;
    private static final int LINES = 25;

    private final Prompts prompts;
    private final Ledger ledger;
    private final Behaviours behaviours;
    private final VirtualClock clock;
    private final String page = page();

    public PageCalls(Prompts prompts, Ledger ledger, Behaviours behaviours, VirtualClock clock) {
        this.prompts = prompts;
        this.ledger = ledger;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    public void routes(Router router) {
        router.on("GET", "/", call -> Answer.html(200, page))
                .on("GET", "/simulator/overview/", call -> Answer.ok(overview()));
    }

    private ObjectNode overview() {
        ObjectNode overview = Json.object()
                .put("now", Entry.shownTime(clock.now()))
                .put("offset_seconds", clock.offset().toSeconds())
                .put("shop_balance", ledger.shopBalance());
        ArrayNode phones = overview.putArray("phones");
        newestPhones().forEach((msisdn, shown) -> phones.add(phone(msisdn, shown)));
        List<Entry> entries = ledger.entries();
        overview.put("entry_count", entries.size());
        ArrayNode lines = overview.putArray("entries");
        entries.subList(Math.max(0, entries.size() - LINES), entries.size()).reversed().stream()
                .map(Entry::json)
                .forEach(lines::add);
        return overview;
    }

    private ObjectNode phone(String msisdn, List<Prompt> shown) {
        ObjectNode phone = Json.object()
                .put("msisdn", msisdn)
                .put("balance", ledger.balance(msisdn))
                .put("behaviour", behaviours.of(msisdn));
        ArrayNode list = phone.putArray("prompts");
        shown.forEach(prompt -> list.add(prompt.json()));
        return phone;
    }

    /** The phones that were asked last, each with its newest prompts. */
    private Map<String, List<Prompt>> newestPhones() {
        Map<String, List<Prompt>> phones = new LinkedHashMap<>();
        List<Prompt> newestFirst = new ArrayList<>(prompts.list(p -> true));
        Collections.reverse(newestFirst);
        for (Prompt prompt : newestFirst) {
            if (phones.size() < PHONES || phones.containsKey(prompt.msisdn())) {
                List<Prompt> shown = phones.computeIfAbsent(prompt.msisdn(), m -> new ArrayList<>());
                if (shown.size() < PROMPTS) {
                    shown.add(prompt);
                }
            }
        }
        return phones;
    }

    private static String page() {
        try (InputStream in = PageCalls.class.getResourceAsStream("/daraja/simulator/page.html")) {
            if (in == null) {
                throw new IllegalStateException("the page is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
