package daraja.simulator.asyncresult;

import daraja.simulator.journal.Journal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All asynchronous requests, kept over restarts: an accepted payout must not be paid twice nor forgotten. */
public final class Conversations implements AutoCloseable {

    private final Map<String, Conversation> byId = new LinkedHashMap<>();
    private final Map<String, Conversation> byOriginator = new LinkedHashMap<>();
    private final Journal journal;

    public Conversations(Path directory) {
        this.journal = Journal.open(directory.resolve("conversations.ndjson"), this::replay);
    }

    /** False when the originator's id was used before; nothing is kept then. */
    synchronized boolean accept(Conversation conversation) {
        if (byOriginator.putIfAbsent(conversation.originatorId(), conversation) != null) {
            return false;
        }
        byId.put(conversation.id(), conversation);
        journal.append(conversation.line());
        return true;
    }

    synchronized void ended(Conversation conversation, Conclusion conclusion) {
        conversation.end(conclusion.code(), conclusion.receipt());
        journal.append(conversation.endLine());
    }

    /** Finds by either id. */
    synchronized @Nullable Conversation find(String id) {
        Conversation found = byId.get(id);
        return found == null ? byOriginator.get(id) : found;
    }

    synchronized List<Conversation> open() {
        return byId.values().stream().filter(c -> c.code() == null).toList();
    }

    public synchronized void reset() {
        byId.clear();
        byOriginator.clear();
        journal.rewrite(Stream.empty());
    }

    @Override
    public void close() {
        journal.close();
    }

    private void replay(JsonNode line) {
        if (line.has("accepted")) {
            Conversation conversation = Conversation.of(line);
            byId.put(conversation.id(), conversation);
            byOriginator.put(conversation.originatorId(), conversation);
            return;
        }
        Conversation ended = byId.get(line.path("ended").asString(""));
        if (ended != null) {
            JsonNode receipt = line.path("receipt");
            ended.end(line.path("code").asString(), receipt.isString() ? receipt.asString() : null);
        }
    }
}
