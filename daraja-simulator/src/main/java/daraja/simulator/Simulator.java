package daraja.simulator;

import daraja.simulator.web.HttpFront;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The simulator, running. */
public final class Simulator implements AutoCloseable {

    private final HttpFront front;
    private final Parts parts;

    private Simulator(HttpFront front, Parts parts) {
        this.front = front;
        this.parts = parts;
    }

    /** Reads what was kept, goes on where it stopped, and listens. */
    public static Simulator start(Settings settings) throws IOException {
        return start(settings, Clock.systemUTC());
    }

    /** @param real what flows; a fixed clock leaves all movement to {@code /simulator/clock/advance/} */
    public static Simulator start(Settings settings, Clock real) throws IOException {
        Parts parts = new Parts(settings, real);
        HttpFront front = new HttpFront(settings.host(), settings.port(), parts.router(), parts.counts());
        parts.resume();
        front.start();
        return new Simulator(front, parts);
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
    }
}
