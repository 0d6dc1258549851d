package daraja.simulator.c2b;

import daraja.simulator.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The shop's addresses for money that comes by itself.
 *
 * @param version 1 hashes the payer's number, 2 masks it
 * @param responseType what happens when validation does not answer: Completed or Cancelled
 */
record Registration(int version, String responseType, String confirmationUrl, String validationUrl) {

    /** The one registration that there can be, kept over restarts. */
    static final class Kept {
        private final Path file;
        private volatile @Nullable Registration current;

        Kept(Path directory) {
            this.file = directory.resolve("c2b-registration.json");
            try {
                if (Files.exists(file)) {
                    current = of(Json.read(Files.readString(file)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Nullable
        Registration current() {
            return current;
        }

        void keep(Registration registration) {
            current = registration;
            try {
                Files.writeString(file, Json.write(registration.json()) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private JsonNode json() {
        return Json.object()
                .put("version", version)
                .put("response_type", responseType)
                .put("confirmation_url", confirmationUrl)
                .put("validation_url", validationUrl);
    }

    private static Registration of(JsonNode kept) {
        return new Registration(
                kept.path("version").asInt(),
                kept.path("response_type").asString(),
                kept.path("confirmation_url").asString(),
                kept.path("validation_url").asString());
    }
}
