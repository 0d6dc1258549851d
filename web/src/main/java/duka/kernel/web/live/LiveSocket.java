package duka.kernel.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One socket: what waits for it, and a thread of its own that sends it. So nobody waits for a reader who does not read,
 * and such a reader is cut off.
 */
final class LiveSocket {

    static final CloseStatus NOT_ANY_MORE = new CloseStatus(4401, "role changed or session ended");
    static final CloseStatus TOO_SLOW = new CloseStatus(4408, "too slow");

    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final int MOST_WAITING = 4_096;
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final WebSocketSession session;
    private final LiveReader reader;
    private final OptionalLong after;
    private final Runnable onEnd;
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition more = turn.newCondition();
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private final Attention attention = new Attention();
    private long openSince = System.nanoTime();
    private long seen;
    private boolean open;
    private @Nullable CloseStatus ending;

    /**
     * @param after the position that the reader has seen, if they come back
     * @param onEnd called once nothing is sent any more
     */
    LiveSocket(WebSocketSession session, LiveReader reader, OptionalLong after, Runnable onEnd) {
        this.session = session;
        this.reader = reader;
        this.after = after;
        this.onEnd = onEnd;
    }

    /** What a socket begins with; it is sent by the socket's own thread, at the reader's pace. */
    interface Opening {
        void send(LiveSocket socket) throws IOException;
    }

    private record Waiting(Frame frame, long since) {}

    LiveReader reader() {
        return reader;
    }

    OptionalLong after() {
        return after;
    }

    /** @param seen the position up to which the reader knows everything, or learns it from the opening */
    void open(long seen, Opening opening) {
        turn.lock();
        try {
            this.seen = seen;
        } finally {
            turn.unlock();
        }
        Thread.ofVirtual().name("live-socket").start(() -> run(opening));
    }

    /** Puts a message behind the others; it returns at once. What the reader has seen already is left out. */
    void offer(Frame frame) {
        turn.lock();
        try {
            if (frame.replayable() && frame.position() <= seen) {
                return;
            }
            if (ending == null && queue.size() >= MOST_WAITING) {
                endNow(TOO_SLOW);
            } else if (ending == null) {
                queue.add(new Waiting(frame, System.nanoTime()));
                more.signal();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Drops what waits and closes, once the message that is being sent is through. */
    void end(CloseStatus status) {
        turn.lock();
        try {
            endNow(status);
        } finally {
            turn.unlock();
        }
    }

    /** Whether it is to be closed, or is. */
    boolean isEnding() {
        turn.lock();
        try {
            return ending != null;
        } finally {
            turn.unlock();
        }
    }

    /** The other end answered a ping. */
    void heard() {
        attention.heard();
    }

    /** Is called some times a second: cuts off who does not read, and asks from time to time whether somebody is there. */
    void pulse() {
        turn.lock();
        try {
            Waiting oldest = queue.peek();
            boolean behind =
                    open && oldest != null && System.nanoTime() - Math.max(oldest.since(), openSince) > PATIENCE;
            if (behind || attention.isLost()) {
                endNow(TOO_SLOW);
            } else if (attention.shouldAsk()) {
                more.signal();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Sends past the queue. Called by an opening. */
    void send(Frame frame) throws IOException {
        if (isEnding()) {
            throw new IOException("The socket is closing");
        }
        transmit(frame);
    }

    private void run(Opening opening) {
        try {
            opening.send(this);
            opened();
            boolean goesOn = true;
            while (goesOn) {
                goesOn = sendNext();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("A socket ended", e);
            end(CloseStatus.SERVICE_RESTARTED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            onEnd.run();
        }
    }

    private boolean sendNext() throws IOException, InterruptedException {
        Waiting next;
        turn.lock();
        try {
            while (queue.isEmpty() && !attention.shouldAsk() && ending == null) {
                more.await();
            }
            if (ending != null) {
                return false;
            }
            next = queue.poll();
        } finally {
            turn.unlock();
        }
        transmit(next == null ? null : next.frame());
        return true;
    }

    private void transmit(@Nullable Frame frame) throws IOException {
        attention.sending();
        if (attention.shouldAsk()) {
            attention.ask();
            session.sendMessage(new PingMessage());
        }
        if (frame != null) {
            session.sendMessage(new TextMessage(frame.text()));
        }
        attention.sent(frame == null ? 0 : frame.text().length());
    }

    /** What waited for the opening waits for the reader from now on. */
    private void opened() {
        turn.lock();
        try {
            open = true;
            openSince = System.nanoTime();
        } finally {
            turn.unlock();
        }
    }

    private void endNow(CloseStatus status) {
        if (ending == null) {
            ending = status;
            queue.clear();
            more.signalAll();
        }
    }

    private void close() {
        try {
            end(CloseStatus.GOING_AWAY);
            session.close(Objects.requireNonNull(ending));
        } catch (IOException | RuntimeException e) {
            LOG.debug("A socket was closed already", e);
        }
    }
}
