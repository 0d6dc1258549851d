package daraja.simulator;

import daraja.simulator.journal.DirectoryLock;
import daraja.simulator.web.HttpFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/** The simulator, running. */
public final class Simulator implements AutoCloseable {

    private final HttpFront front;
    private final Parts parts;
    private final DirectoryLock lock;

    private Simulator(HttpFront front, Parts parts, DirectoryLock lock) {
        this.front = front;
        this.parts = parts;
        this.lock = lock;
    }

    /** Reads what was kept, goes on where it stopped, and listens. */
    public static Simulator start(Settings settings) throws IOException {
        return start(settings, Clock.systemUTC());
    }

    /** @param real what flows; a fixed clock leaves all movement to {@code /simulator/clock/advance/} */
    public static Simulator start(Settings settings, Clock real) throws IOException {
        // Port and directory first: a second simulator must not touch the files of the first.
        HttpFront front = new HttpFront(settings.host(), settings.port());
        try {
            DirectoryLock lock = DirectoryLock.on(settings.data());
            Parts parts = new Parts(settings, real);
            parts.resume();
            front.start(parts.router(), parts.counts());
            return new Simulator(front, parts, lock);
        } catch (IOException | RuntimeException e) {
            front.close();
            throw e;
        }
    }

    public int port() {
        return front.port();
    }

    public String url() {
        return "http://localhost:" + port();
    }

    /** The certificate with which initiators' passwords are encrypted, in PEM. */
    public Path certificate() {
        return parts.certificate().file();
    }

    @Override
    public void close() {
        front.close();
        parts.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
