package duka.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class TomcatFoldersTest {

    @TempDir
    private Path data;

    @Test
    void a_server_leaves_nothing_in_the_temporary_folder() throws IOException {
        int port = freePort();
        WebServer server = customized(port).getWebServer();
        server.start();
        try {
            assertThat(temporaryFolders(port)).isEmpty();
            assertThat(own().resolve("base")).isDirectory();
        } finally {
            server.destroy();
        }
    }

    @Test
    void what_a_killed_server_left_is_cleared_away_and_nobody_elses() throws IOException {
        Path killed = Files.createDirectories(tomcat("4194999").resolve("base"));
        Path left = Files.createDirectories(own().resolve("base/work"));
        Path beside = Files.createDirectories(tomcat(
                Long.toString(ProcessHandle.current().parent().orElseThrow().pid())));
        Files.writeString(killed.resolve("upload.tmp"), "half a picture");
        TomcatServletWebServerFactory unused = customized(0);
        assertThat(killed).doesNotExist();
        assertThat(left).doesNotExist();
        assertThat(beside).isDirectory();
    }

    private TomcatServletWebServerFactory customized(int port) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues("duka.data=" + data)
                .run(context -> context.getBean(TomcatFolders.class).customize(factory));
        return factory;
    }

    private Path own() {
        return tomcat(Long.toString(ProcessHandle.current().pid()));
    }

    private Path tomcat(String process) {
        return data.resolve("run/tomcat").resolve(process);
    }

    private static Stream<String> temporaryFolders(int port) throws IOException {
        try (Stream<Path> found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return found
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith("tomcat") && name.contains("." + port + "."))
                    .toList()
                    .stream();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DukaProperties.class)
    @Import(TomcatFolders.class)
    static class Settings {}
}
