package daraja.simulator.script;

import daraja.simulator.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Captured and documented bodies, one file each, to be replayed by name (without {@code .json}). */
public final class Payloads {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}");

    private Payloads() {}

    public static List<String> names() {
        return text("index.txt").lines().toList();
    }

    /** @throws IllegalArgumentException when there is no such file */
    public static JsonNode named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no payload of that name");
        }
        return Json.read(text(name + ".json"));
    }

    private static String text(String file) {
        try (InputStream in = Payloads.class.getResourceAsStream("/daraja/simulator/payloads/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no payload of that name");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
