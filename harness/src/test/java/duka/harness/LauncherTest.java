package duka.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./duka} as people mistype it: a copy of its own, so that no shop that runs here is touched. */
class LauncherTest {

    @TempDir
    private Path home;

    private record Ended(int status, String said) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "up --help",
                "down --help",
                "status --help",
                "demo --help",
                "seed --help",
                "import-history -h",
                "admin --help",
                "admin create --help",
                "backup --help",
                "restore --help"
            })
    void whoever_asks_for_help_gets_it_and_nothing_else_happens(String line) throws Exception {
        Ended ended = duka(line);
        assertThat(ended.said()).contains("./duka up [--detach]").doesNotContain("duka: ", "is stopped");
        assertThat(ended.status()).isZero();
        assertThat(home.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --nonsense",
                "down now",
                "status --nonsense",
                "demo twice",
                "admin",
                "admin create",
                "import-history",
                "backup --nonsense",
                "restore",
                "restore nothing.tar.gz",
                "nonsense"
            })
    void what_is_not_understood_is_refused_in_one_line(String line) throws Exception {
        Ended ended = duka(line);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said().lines().filter(said -> said.startsWith("duka: ")))
                .hasSize(1);
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void a_shop_that_does_not_run_says_so() throws Exception {
        assertThat(duka("status --json").said()).contains("\"server\":{", "\"ready\":false");
    }

    private Ended duka(String line) throws IOException, InterruptedException {
        Path copy = home.resolve("duka");
        Files.copy(Path.of("../duka"), copy, StandardCopyOption.REPLACE_EXISTING);
        List<String> command = new ArrayList<>(List.of("bash", copy.toString()));
        command.addAll(List.of(line.split(" ")));
        ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
        launcher.environment().remove("DUKA_DATA");
        launcher.environment().put("DUKA_PORT", "1");
        launcher.environment().put("DUKA_SIMULATOR_PORT", "1");
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
