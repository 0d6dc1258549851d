package duka.kernel.web.live;

import duka.kernel.api.History;
import duka.kernel.api.History.Happening;
import duka.kernel.api.History.Reading;
import duka.kernel.web.live.Telling.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;

/**
 * One room: it follows the history while somebody is in it, from where the read models are, and tells each event once
 * they show it. Only its own thread moves its position; whoever comes back is brought up to it first.
 */
final class LiveFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    /** The most events that are read again for somebody who comes back; after more they begin anew. */
    private static final long MOST_REPLAYED = 10_000;

    private static final int MOST_AT_ONCE = 64;
    private static final int LOOK_MILLIS = 100;
    private static final int FAILURES = 120;
    private static final int PAUSE_MILLIS = 500;

    private final History history;
    private final Set<String> groups;
    private final Telling telling;
    private final Replay replay;
    private final Optional<FigureBoard> board;
    private final Set<LiveSocket> audience = ConcurrentHashMap.newKeySet();
    private final Queue<LiveSocket> newcomers = new ConcurrentLinkedQueue<>();
    private final Semaphore bell = new Semaphore(0);
    private final List<Happening> untold = new ArrayList<>();
    private final Thread thread;
    private @Nullable Reading reading;
    private @Nullable Happening next;
    private long position;
    private boolean anew = true;
    private volatile boolean closing;

    /** @param groups the read models that messages of this room are read from */
    LiveFeed(Room room, History history, Set<String> groups, Telling telling, Optional<FigureBoard> board) {
        this.history = history;
        this.groups = groups;
        this.telling = telling;
        this.replay = new Replay(history, telling);
        this.board = board;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("live-" + room.name().toLowerCase(Locale.ROOT))
                .start(this::follow);
    }

    void join(LiveSocket socket) {
        newcomers.add(socket);
        ring();
    }

    void leave(LiveSocket socket) {
        newcomers.remove(socket);
        audience.remove(socket);
    }

    /** There may be something new. */
    void ring() {
        if (!audience.isEmpty() || !newcomers.isEmpty()) {
            bell.release();
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
    }

    private void follow() {
        int failures = 0;
        while (!closing) {
            try {
                listen();
                pass();
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failures++;
                LOG.warn("What happens cannot be told now, try {}: {}", failures, e.toString());
                stop(failures >= FAILURES);
                pause();
            }
        }
    }

    private void listen() throws InterruptedException {
        boolean idle = audience.isEmpty() && newcomers.isEmpty();
        if (idle) {
            stop(true);
            bell.acquire();
        } else if (!bell.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        bell.drainPermits();
    }

    private void pass() {
        Reading open = reading == null ? start() : reading;
        admit();
        boolean more = true;
        while (more) {
            board.flatMap(figures -> figures.stats(position)).ifPresent(this::tellAll);
            collect(open);
            more = !untold.isEmpty();
            tell();
            admit();
        }
    }

    private Reading start() {
        if (anew) {
            position = Math.max(position, history.shownBy(groups));
            anew = false;
        }
        Reading fresh = history.after(position);
        reading = fresh;
        return fresh;
    }

    /** @param forGood whether nobody is told anything any more, so that the next begin anew */
    private void stop(boolean forGood) {
        Reading open = reading;
        reading = null;
        next = null;
        untold.clear();
        if (open != null) {
            open.close();
        }
        if (forGood) {
            anew = true;
            audience.forEach(socket -> socket.end(CloseStatus.SERVICE_RESTARTED));
        }
    }

    /** Takes what can be told by now; behind the first event that cannot yet, all wait. */
    private void collect(Reading open) {
        while (untold.size() < MOST_AT_ONCE) {
            Happening candidate = next == null ? open.next().orElse(null) : next;
            if (candidate == null) {
                return;
            }
            if (!telling.canBeRead(candidate)) {
                next = candidate;
                return;
            }
            next = null;
            untold.add(candidate);
        }
    }

    private void tell() {
        if (untold.isEmpty()) {
            return;
        }
        for (Message message : telling.of(untold)) {
            audience.forEach(socket -> message.to(socket.reader()).ifPresent(socket::offer));
        }
        board.ifPresent(figures -> figures.hear(untold));
        position = untold.getLast().position();
        untold.clear();
    }

    private void tellAll(Frame frame) {
        audience.forEach(socket -> socket.offer(frame));
    }

    /** Whoever cannot be let in yet is asked for again; also if this fails. */
    private void admit() {
        Optional<Frame> snapshot = Optional.empty();
        for (LiveSocket socket : newcomers) {
            if (socket.isEnding() || canGoOn(socket)) {
                long upTo = position;
                letIn(socket, Math.max(upTo, socket.after().orElse(0)), self -> replay.send(self, upTo));
                board.ifPresent(FigureBoard::refresh);
            } else if (board.isEmpty()) {
                letIn(socket, position, self -> {});
            } else {
                FigureBoard figures = board.get();
                snapshot = snapshot.or(() -> figures.snapshot(position));
                snapshot.ifPresent(frame -> {
                    letIn(socket, position, self -> self.send(frame));
                    figures.refresh();
                });
            }
        }
    }

    private void letIn(LiveSocket socket, long seen, LiveSocket.Opening opening) {
        newcomers.remove(socket);
        audience.add(socket);
        socket.open(seen, opening);
    }

    private boolean canGoOn(LiveSocket socket) {
        if (socket.after().isEmpty()) {
            return false;
        }
        long after = socket.after().getAsLong();
        return position - after <= MOST_REPLAYED && after <= Math.max(position, history.newest());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
