package duka.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that runs on a cluster's folder, whoever started it. */
record Postmaster(Path cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration END = Duration.ofSeconds(30);

    Optional<ProcessHandle> process() {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(Postmaster::isPostgres);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends one that a killed server left behind. */
    void end() {
        process().ifPresent(orphan -> {
            LOG.info("Ending the PostgreSQL that an earlier server left behind");
            orphan.destroy();
            await(orphan);
        });
    }

    /** A process id may have been given to somebody else since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(process.isAlive());
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
