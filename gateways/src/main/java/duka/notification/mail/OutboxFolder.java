package duka.notification.mail;

import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.notification.api.LocalOutbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps messages as files instead of sending them: one JSON each, named so that they sort by time. The newest thousand
 * stay. In no table, for they are in plain.
 */
final class OutboxFolder implements LocalOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxFolder.class);
    private static final String SUFFIX = ".json";
    private static final int KEPT = 1_000;
    private static final int SWEEP_EVERY = 50;

    private final Path folder;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicInteger written = new AtomicInteger();

    OutboxFolder(Path folder, JsonMapper json, Clock clock) {
        this.folder = folder;
        this.json = json;
        this.clock = clock;
    }

    Carrier mails() {
        return message -> keep(message, "mail");
    }

    SmsGateway texts() {
        return message -> keep(message, "sms");
    }

    @Override
    public Kept list(PageRequest page) {
        List<Path> all = newestFirst();
        return new Kept(
                all.size(),
                all.stream()
                        .skip(page.offset())
                        .limit(page.size())
                        .flatMap(file -> read(file).stream())
                        .toList());
    }

    private Carrier.Outcome keep(Worded worded, String channel) {
        UUID id = Uuids.mint(clock);
        Message message = new Message(
                id,
                worded.to(),
                worded.subject(),
                worded.text(),
                worded.html(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                channel);
        try {
            Files.createDirectories(folder);
            Path begun = Files.write(folder.resolve(id + ".part"), json.writeValueAsBytes(message));
            Files.move(begun, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
            if (written.incrementAndGet() % SWEEP_EVERY == 0) {
                sweep();
            }
            return Carrier.Outcome.TAKEN;
        } catch (IOException e) {
            LOG.error("The outbox cannot be written: {}", e.getClass().getSimpleName());
            return Carrier.Outcome.NOT_NOW;
        }
    }

    private void sweep() throws IOException {
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
    }

    private List<Path> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing((Path file) -> String.valueOf(file.getFileName()))
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing if it was swept away meanwhile. */
    private Optional<Message> read(Path file) {
        try {
            return Optional.of(json.readValue(Files.readAllBytes(file), Message.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
