package daraja.simulator.stk;

import daraja.simulator.clock.VirtualClock;
import daraja.simulator.gateway.Refusal;
import daraja.simulator.journal.Journal;
import daraja.simulator.web.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All prompts of the last while, and which of them holds which phone. Ended ones are forgotten when they are many. */
public final class Prompts implements AutoCloseable {

    private static final int KEPT = 10_000;
    private static final Duration KEPT_OVER_RESTARTS = Duration.ofDays(2);

    private final Map<String, Prompt> all = new LinkedHashMap<>();
    private final Map<String, Prompt> openByPhone = new HashMap<>();
    private final Journal journal;

    public Prompts(Path directory, VirtualClock clock) {
        this.journal = Journal.open(directory.resolve("prompts.ndjson"), this::replay);
        compact(clock.now().minus(KEPT_OVER_RESTARTS));
    }

    /** Puts a prompt on its phone, which shows one at a time. */
    synchronized void open(Prompt prompt) {
        if (openByPhone.putIfAbsent(prompt.msisdn(), prompt) != null) {
            throw new Refusal(
                    500,
                    "500.001.1001",
                    "Unable to lock subscriber, a transaction is already in process for the current subscriber");
        }
        all.put(prompt.checkoutRequestId(), prompt);
        journal.append(prompt.line());
        forgetOldest();
    }

    synchronized void ended(Prompt prompt, Prompt.State state, Outcome outcome) {
        prompt.end(state, outcome);
        openByPhone.remove(prompt.msisdn(), prompt);
        journal.append(endedLine(prompt, state, outcome));
    }

    synchronized void calledBack(Prompt prompt) {
        if (!prompt.calledBack()) {
            prompt.markCalledBack();
            journal.append(calledBackLine(prompt));
        }
    }

    synchronized @Nullable Prompt find(String checkoutRequestId) {
        return all.get(checkoutRequestId);
    }

    synchronized boolean knows(String checkoutRequestId) {
        return all.containsKey(checkoutRequestId);
    }

    /** Those that fit, oldest first. */
    public synchronized List<Prompt> list(Predicate<Prompt> fits) {
        return all.values().stream().filter(fits).toList();
    }

    public synchronized void reset() {
        all.clear();
        openByPhone.clear();
        journal.rewrite(Stream.empty());
    }

    @Override
    public void close() {
        journal.close();
    }

    private void forgetOldest() {
        for (Iterator<Prompt> oldest = all.values().iterator(); all.size() > KEPT && oldest.hasNext(); ) {
            if (!oldest.next().isOpen()) {
                oldest.remove();
            }
        }
    }

    private void replay(JsonNode line) {
        if (line.has("opened")) {
            Prompt prompt = Prompt.of(line);
            all.put(prompt.checkoutRequestId(), prompt);
            openByPhone.put(prompt.msisdn(), prompt);
            forgetOldest();
            return;
        }
        Prompt ended = all.get(line.path("ended").asString(""));
        if (ended != null) {
            ended.end(
                    Prompt.State.valueOf(line.path("state").asString()),
                    new Outcome(
                            line.path("code").asString(),
                            line.path("text").asString(),
                            line.path("query_text").asString()));
            openByPhone.remove(ended.msisdn(), ended);
        }
        Prompt calledBack = all.get(line.path("called_back").asString(""));
        if (calledBack != null) {
            calledBack.markCalledBack();
        }
    }

    private static JsonNode endedLine(Prompt prompt, Prompt.State state, Outcome outcome) {
        return Json.object()
                .put("ended", prompt.checkoutRequestId())
                .put("state", state.name())
                .put("code", outcome.code())
                .put("text", outcome.callbackText())
                .put("query_text", outcome.queryText());
    }

    private static JsonNode calledBackLine(Prompt prompt) {
        return Json.object().put("called_back", prompt.checkoutRequestId());
    }

    private void compact(Instant oldest) {
        all.values().removeIf(prompt -> !prompt.isOpen() && prompt.openedAt().isBefore(oldest));
        journal.rewrite(all.values().stream().flatMap(Prompts::lines));
    }

    private static Stream<JsonNode> lines(Prompt prompt) {
        List<JsonNode> lines = new ArrayList<>();
        lines.add(prompt.line());
        Outcome outcome = prompt.outcome();
        if (outcome != null) {
            lines.add(endedLine(prompt, prompt.state(), outcome));
        }
        if (prompt.calledBack()) {
            lines.add(calledBackLine(prompt));
        }
        return lines.stream();
    }
}
