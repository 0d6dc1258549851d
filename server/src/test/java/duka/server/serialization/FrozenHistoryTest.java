package duka.server.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was written once can be read for ever. A failure here means that a name or a shape of stored history has changed:
 * add a revision with an upcaster and a new golden file, and never edit an old one. {@link GoldenFiles} writes those of
 * new events.
 */
class FrozenHistoryTest {

    private static final JsonMapper PLAIN = new JsonMapper();

    private final LogicalNameSerializer serializer = StoredNames.serializer();

    @BeforeAll
    static void writeWhatIsNew() throws IOException {
        if ("write".equals(System.getProperty("duka.golden"))) {
            GoldenFiles.writeMissing(Path.of("src/test/resources"));
            GoldenFiles.writeMissing(Path.of("target/test-classes"));
        }
    }

    @Test
    void no_name_was_lost_and_new_ones_are_written_down() throws IOException {
        assertThat(text("/names.txt").lines()).containsExactlyElementsOf(StoredNames.all());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_a_golden_file_with_every_field(Class<?> event) throws IOException {
        String golden = text("/events/" + StoredNames.goldenFile(event));
        assertThat(PLAIN.readTree(written(Samples.of(event)))).isEqualTo(PLAIN.readTree(golden));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void every_golden_file_is_read_and_written_again_the_same(String file) throws IOException {
        String golden = text("/events/" + file);
        String name = file.substring(0, file.indexOf(".v")).replace('/', '.');
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(golden.getBytes(StandardCharsets.UTF_8), byte[].class, name, null));
        assertThat(PLAIN.readTree(written(event))).isEqualTo(PLAIN.readTree(golden));
    }

    @Test
    void an_unknown_name_is_an_exception_and_never_skipped() {
        var unknown = new SimpleSerializedObject<>(new byte[] {'{', '}'}, byte[].class, "ordering.OrderPlcaed", null);
        assertThatThrownBy(() -> serializer.deserialize(unknown)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serializer.classForType(unknown.getType())).isInstanceOf(SerializationException.class);
    }

    static List<Class<?>> events() {
        return StoredNames.events();
    }

    static List<String> goldenFiles() throws IOException, URISyntaxException {
        Path folder = Path.of(FrozenHistoryTest.class.getResource("/events").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private String written(Object event) {
        return new String(serializer.serialize(event, byte[].class).getData(), StandardCharsets.UTF_8);
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = FrozenHistoryTest.class.getResourceAsStream(resource)) {
            assertThat(in).as("%s exists", resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
