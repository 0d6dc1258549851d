package daraja.simulator.journal;

import daraja.simulator.web.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An append-only file of JSON lines. Writers that wait for the disk at the same moment share one flush. */
public final class Journal implements AutoCloseable {

    private final FileChannel channel;
    private final Object flushing = new Object();
    private long written;
    private long flushed;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens or makes the file, hands every line of it to the reader, and drops a last line that was cut by a crash. */
    public static Journal open(Path file, Consumer<JsonNode> reader) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            long good = Files.exists(file) ? readAll(file, reader) : 0;
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(good);
            channel.position(good);
            return new Journal(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line; it survives the end of this program, and not always of the machine. */
    public void append(JsonNode line) {
        long unused = place(line);
    }

    /** Writes a line and returns its number, which {@link #flush} takes: the order of lines is the order of calls. */
    public synchronized long place(JsonNode line) {
        try {
            put(line);
            return ++written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once that line is on the disk. */
    public void flush(long line) {
        synchronized (flushing) {
            if (flushed >= line) {
                return;
            }
            long upTo = written();
            try {
                channel.force(false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            flushed = upTo;
        }
    }

    /** Empties the file and writes these lines instead. */
    public synchronized void rewrite(Stream<? extends JsonNode> lines) {
        try {
            channel.truncate(0);
            channel.position(0);
            for (Iterator<? extends JsonNode> each = lines.iterator(); each.hasNext(); ) {
                put(each.next());
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(JsonNode line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((Json.write(line) + '\n').getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            int count = channel.write(bytes);
            if (count < 0) {
                throw new IOException("the journal takes no more bytes");
            }
        }
    }

    private synchronized long written() {
        return written;
    }

    /** Returns how many bytes of whole lines there are. Reads piece by piece: the file may be larger than the heap. */
    private static long readAll(Path file, Consumer<JsonNode> reader) throws IOException {
        long good = 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                try {
                    reader.accept(Json.read(line.toString(StandardCharsets.UTF_8)));
                } catch (JacksonException e) {
                    throw new IOException("line at byte " + good + " of " + file + " is not JSON", e);
                }
                good += line.size() + 1;
                line.reset();
            }
        }
        return good;
    }
}
