package duka.server.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes each point into a file, a line each, the first time that it is passed by this server or an earlier one. */
final class Recorder {

    private final Path file;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Recorder(Path file) {
        this.file = file;
        this.known.addAll(linesOf(file));
    }

    /** Whether the point was not in the file yet. */
    boolean isNew(String point) {
        boolean isNew = known.add(point);
        if (isNew) {
            append(point);
        }
        return isNew;
    }

    private synchronized void append(String point) {
        try {
            Files.writeString(
                    file, point + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
