package duka.kernel.web.live;

import duka.identity.api.Standing;
import duka.kernel.api.History;
import duka.kernel.api.ReadModelListener;
import duka.kernel.web.Queries;
import duka.kernel.web.WebJson;
import jakarta.annotation.PreDestroy;
import jakarta.websocket.Session;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** All sockets of this process: brings each into its room, and looks twice a second whether they may and can go on. */
@Component
class LiveSockets extends AbstractWebSocketHandler implements ReadModelListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSockets.class);
    private static final int PULSE_MILLIS = 500;

    /** A reader who was given up may wake within this time and read why; then the connection is cut. */
    private static final long SEND_MILLIS = 60_000;

    private final Standing standing;
    private final Map<Room, LiveFeed> feeds = new EnumMap<>(Room.class);
    private final Map<WebSocketSession, LiveSocket> open = new ConcurrentHashMap<>();
    private final Thread pulse;

    LiveSockets(
            Standing standing,
            History history,
            Queries queries,
            WebJson json,
            Clock clock,
            List<LiveNews> news,
            Optional<LiveFigures> figures) {
        this.standing = standing;
        for (Room room : Room.values()) {
            List<LiveNews> here =
                    news.stream().filter(one -> one.room() == room).toList();
            Set<String> groups = here.stream().map(LiveNews::group).collect(Collectors.toSet());
            Telling telling = new Telling(here, history, queries, json);
            Optional<FigureBoard> board = figures.filter(shop -> room == Room.DASHBOARD)
                    .map(shop -> new FigureBoard(shop, history, telling, clock));
            feeds.put(room, new LiveFeed(room, history, groups, telling, board));
        }
        this.pulse = Thread.ofPlatform().daemon().name("live-pulse").start(this::beat);
    }

    int count() {
        return open.size();
    }

    @Override
    public void shown(String group, List<?> events) {
        feeds.values().forEach(LiveFeed::ring);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession known && known.getNativeSession() instanceof Session container) {
            container.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", SEND_MILLIS);
        }
        LiveVisit visit = LiveVisit.of(session);
        LiveFeed feed = feed(visit.room());
        LiveSocket[] self = new LiveSocket[1];
        LiveSocket socket = new LiveSocket(session, visit.reader(), visit.after(), () -> {
            feed.leave(self[0]);
            open.remove(session);
        });
        self[0] = socket;
        open.put(session, socket);
        feed.join(socket);
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        socket(session).forEach(LiveSocket::heard);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        socket(session).forEach(socket -> socket.end(CloseStatus.NORMAL));
    }

    @PreDestroy
    void stop() {
        pulse.interrupt();
        feeds.values().forEach(LiveFeed::close);
        open.values().forEach(socket -> socket.end(CloseStatus.GOING_AWAY));
    }

    private Stream<LiveSocket> socket(WebSocketSession session) {
        return Optional.ofNullable(open.get(session)).stream();
    }

    private LiveFeed feed(Room room) {
        return Objects.requireNonNull(feeds.get(room));
    }

    private void beat() {
        while (true) {
            try {
                TimeUnit.MILLISECONDS.sleep(PULSE_MILLIS);
                open.values().forEach(LiveSocket::pulse);
                open.values().forEach(this::judge);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // Nothing is let out while the database is down; sockets are judged once it is back.
                LOG.debug("Sockets cannot be judged now", e);
            }
        }
    }

    private void judge(LiveSocket socket) {
        if (!standing.stillStands(socket.reader().caller())) {
            socket.end(LiveSocket.NOT_ANY_MORE);
        }
    }
}
