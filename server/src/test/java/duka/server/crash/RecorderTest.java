package duka.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

    private static final String LAST = "command ordering.PlaceOrder arrives";

    @TempDir
    Path folder;

    private final AtomicInteger deaths = new AtomicInteger();
    private Path file;

    @BeforeEach
    void aFileOfItsOwn() {
        file = folder.resolve("points.txt");
    }

    @Test
    void each_point_is_written_once_and_at_once() throws Exception {
        Recorder recorder = new Recorder(file);
        recorder.isNew("one");
        assertThat(Files.readString(file)).isEqualTo("one\n");
        recorder.isNew("two");
        recorder.isNew("one");
        assertThat(Files.readString(file)).isEqualTo("one\ntwo\n");
    }

    @Test
    void a_server_that_was_started_again_goes_on_with_the_list() throws Exception {
        new Recorder(file).isNew("one");
        Recorder again = new Recorder(file);
        again.isNew("one");
        again.isNew("two");
        assertThat(Files.readAllLines(file)).containsExactly("one", "two");
    }

    @Test
    void points_that_are_passed_at_the_same_time_are_all_written_whole() throws Exception {
        Recorder recorder = new Recorder(file);
        IntStream.range(0, 400).parallel().forEach(n -> recorder.isNew("point " + n % 100));
        assertThat(Files.readAllLines(file))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).mapToObj(n -> "point " + n).toList());
    }

    @Test
    void death_comes_at_its_point_alone_and_the_point_is_on_the_list() throws Exception {
        CrashPoints points = new CrashPoints(CrashConfiguration.watcher(file, LAST, deaths::incrementAndGet));
        points.passed("command ordering.PlaceOrder before commit");
        assertThat(deaths).hasValue(0);
        points.passed(LAST);
        assertThat(deaths).hasValue(1);
        assertThat(Files.readAllLines(file)).contains(LAST);
    }

    @Test
    void death_needs_no_list() {
        new CrashPoints(CrashConfiguration.watcher(null, LAST, deaths::incrementAndGet)).passed(LAST);
        new CrashPoints(CrashConfiguration.watcher(Path.of(""), LAST, deaths::incrementAndGet)).passed(LAST);
        assertThat(deaths).hasValue(2);
    }

    @Test
    void a_server_that_shall_die_everywhere_dies_at_each_point_once() {
        for (int server = 0; server < 3; server++) {
            CrashPoints points = new CrashPoints(CrashConfiguration.watcher(file, "each", deaths::incrementAndGet));
            points.passed("one");
            points.passed("two");
            points.passed("one");
        }
        assertThat(deaths).hasValue(2);
        assertThat(folder.resolve("points.txt.deaths")).hasContent("one\ntwo\n");
    }
}
