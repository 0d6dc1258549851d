package duka.server.serialization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what is missing below {@code server/src/test/resources}: a golden file per event and version, and the list of
 * names. What is there already is history and is never written again. {@code mvn -pl server -am test
 * -Dtest=FrozenHistoryTest -Dsurefire.failIfNoSpecifiedTests=false -Dduka.golden=write} runs it.
 */
final class GoldenFiles {

    private GoldenFiles() {}

    static void writeMissing(Path resources) throws IOException {
        JsonMapper json = new WireFormat(new OpenEnvelopes())
                .mapper()
                .rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        for (Class<?> event : StoredNames.events()) {
            Path file = resources.resolve("events").resolve(StoredNames.goldenFile(event));
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, json.writeValueAsString(Samples.of(event)) + "\n");
            }
        }
        Files.write(resources.resolve("names.txt"), StoredNames.all());
    }
}
