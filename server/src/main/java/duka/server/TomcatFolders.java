package duka.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Gives Tomcat its folders below the data. In the system's temporary folder, where it makes them by itself, a server
 * that is killed would leave them for ever; here the next one clears them away.
 */
@Component
class TomcatFolders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Path all;

    TomcatFolders(DukaProperties properties) {
        this.all = properties.data().toAbsolutePath().resolve("run").resolve("tomcat");
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        Path own = all.resolve(Long.toString(ProcessHandle.current().pid()));
        try {
            clear(own);
            server.setBaseDirectory(Files.createDirectories(own.resolve("base")).toFile());
            server.setDocumentRoot(
                    Files.createDirectories(own.resolve("documents")).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders bear the ids of processes: those of servers that run beside this one stay. */
    private void clear(Path own) throws IOException {
        if (!Files.isDirectory(all)) {
            return;
        }
        List<Path> folders;
        try (Stream<Path> found = Files.list(all)) {
            folders = found.toList();
        }
        for (Path folder : folders) {
            if (folder.equals(own) || !isOfARunningServer(folder.getFileName().toString())) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private static boolean isOfARunningServer(String name) {
        return name.matches("[0-9]{1,10}")
                && ProcessHandle.of(Long.parseLong(name))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }
}
