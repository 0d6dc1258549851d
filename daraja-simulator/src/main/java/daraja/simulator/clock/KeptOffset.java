package daraja.simulator.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Keeps over restarts how far the clock was pushed, so that no prompt becomes younger than it was. */
public final class KeptOffset {

    private final Path file;

    public KeptOffset(Path directory) {
        this.file = directory.resolve("clock-offset-millis.txt");
    }

    public Duration read() {
        try {
            return Files.exists(file)
                    ? Duration.ofMillis(Long.parseLong(Files.readString(file).strip()))
                    : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Duration offset) {
        try {
            Files.writeString(file, offset.toMillis() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
