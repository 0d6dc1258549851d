package duka.kernel.web.live;

import duka.identity.api.Caller;
import duka.identity.api.Tickets;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.InvalidInput;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** The door of a room: 401 without a good ticket, 403 for those whose room it is not, and from another site's pages. */
final class LiveDoor {

    private static final int MOST_SOCKETS = 2_000;
    private static final Duration COME_BACK_IN = Duration.ofSeconds(10);
    private static final int LONGEST_POSITION = 18;

    private final Room room;
    private final LiveSockets sockets;
    private final Tickets tickets;
    private final WebSocketHttpRequestHandler handshake;

    LiveDoor(Room room, LiveSockets sockets, Tickets tickets, List<String> origins) {
        this.room = room;
        this.sockets = sockets;
        this.tickets = tickets;
        this.handshake = new WebSocketHttpRequestHandler(sockets, new Plain());
        this.handshake.setHandshakeInterceptors(List.of(new OriginHandshakeInterceptor(origins), new Admission()));
    }

    /** @throws HttpRefusal 401, 403 or 503 */
    void open(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String ticket = request.getParameter("ticket");
        Caller caller = Optional.ofNullable(ticket).flatMap(tickets::redeem).orElseThrow(HttpRefusal::unauthenticated);
        if (!room.admits(caller)) {
            throw HttpRefusal.forbidden();
        }
        OptionalLong after = after(request.getParameter("after"));
        if (sockets.count() >= MOST_SOCKETS) {
            throw HttpRefusal.unavailable("There are as many live connections as there may be.", COME_BACK_IN);
        }
        LiveVisit visit = new LiveVisit(room, new LiveReader(caller, request.getLocale()), after);
        request.setAttribute(LiveVisit.class.getName(), visit);
        handshake.handleRequest(request, response);
    }

    private static OptionalLong after(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return OptionalLong.empty();
        }
        if (written.length() > LONGEST_POSITION || !written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw InvalidInput.field("after", "position_invalid", "A position is a whole number, not below 0.");
        }
        return OptionalLong.of(Long.parseLong(written));
    }

    /** Without extensions: compression costs each socket more memory than all else of it together. */
    private static final class Plain extends DefaultHandshakeHandler {

        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }

    /** Hands what the door found out on to the socket. */
    private static final class Admission implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            if (request instanceof ServletServerHttpRequest servlet
                    && servlet.getServletRequest().getAttribute(LiveVisit.class.getName()) instanceof LiveVisit visit) {
                attributes.putAll(visit.attributes());
                return true;
            }
            return false;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {
            // The socket begins its own life.
        }
    }
}
