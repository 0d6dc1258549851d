package duka.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What was asked of the shop and what it acknowledged, one JSON line each, on the disk before the client goes on: the
 * checker believes this and not the client's memory.
 */
final class Journal implements AutoCloseable {

    private final FileChannel file;

    Journal(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** One checkout. */
    record Checkout(String key, String phone, String sku, int quantity) {}

    void asked(Checkout checkout) {
        write(Map.of(
                "op", "asked",
                "key", checkout.key(),
                "phone", checkout.phone(),
                "sku", checkout.sku(),
                "quantity", checkout.quantity()));
    }

    void acknowledged(String key, String orderId) {
        write(Map.of("op", "acknowledged", "key", key, "order_id", orderId));
    }

    void refused(String key, String code) {
        write(Map.of("op", "refused", "key", key, "code", code));
    }

    /** What a journal says about the checkouts that were acknowledged. */
    record Acknowledged(Checkout checkout, String orderId) {}

    /** How many checkouts a journal knows already. */
    static int asked(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(path)) {
            return (int) lines.filter(line -> line.contains("\"asked\"")).count();
        }
    }

    static List<Acknowledged> acknowledged(Path path) throws IOException {
        Map<String, Checkout> asked = new LinkedHashMap<>();
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            JsonNode entry = Http.JSON.readTree(line);
            String key = entry.path("key").asString();
            if (entry.path("op").asString().equals("asked")) {
                asked.put(
                        key,
                        new Checkout(
                                key,
                                entry.path("phone").asString(),
                                entry.path("sku").asString(),
                                entry.path("quantity").asInt()));
            } else if (entry.path("op").asString().equals("acknowledged")) {
                Checkout checkout = asked.get(key);
                if (checkout == null) {
                    throw new Stop("the journal acknowledges " + key + ", which was never asked.");
                }
                acknowledged.add(
                        new Acknowledged(checkout, entry.path("order_id").asString()));
            }
        }
        return acknowledged;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private synchronized void write(Map<String, ?> entry) {
        try {
            ByteBuffer line =
                    ByteBuffer.wrap((Http.JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
