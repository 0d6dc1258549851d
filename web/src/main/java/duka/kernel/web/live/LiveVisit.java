package duka.kernel.web.live;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.web.socket.WebSocketSession;

/**
 * Who was let in at the door, and into which room.
 *
 * @param after the position that they have seen, if they come back
 */
record LiveVisit(Room room, LiveReader reader, OptionalLong after) {

    private static final String NAME = LiveVisit.class.getName();

    static LiveVisit of(WebSocketSession session) {
        return (LiveVisit) Objects.requireNonNull(session.getAttributes().get(NAME));
    }

    Map<String, Object> attributes() {
        return Map.of(NAME, this);
    }
}
