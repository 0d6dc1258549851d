package duka.kernel.web.live;

import duka.kernel.api.History;
import duka.kernel.api.History.Happening;
import duka.kernel.api.History.Reading;
import duka.kernel.web.live.Telling.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells somebody who comes back what they missed, as things are now; at their own pace. */
final class Replay {

    private static final int MOST_AT_ONCE = 64;

    private final History history;
    private final Telling telling;

    Replay(History history, Telling telling) {
        this.history = history;
        this.telling = telling;
    }

    /** @param upTo where the room is, which tells them the rest */
    void send(LiveSocket socket, long upTo) throws IOException {
        long from = socket.after().orElse(upTo);
        if (from >= upTo) {
            return;
        }
        try (Reading missed = history.after(from)) {
            List<Happening> some = new ArrayList<>();
            Happening happening = missed.next().orElse(null);
            while (happening != null && happening.position() <= upTo) {
                some.add(happening);
                if (some.size() == MOST_AT_ONCE) {
                    send(socket, some);
                }
                happening = missed.next().orElse(null);
            }
            send(socket, some);
        }
    }

    private void send(LiveSocket socket, List<Happening> some) throws IOException {
        for (Message message : telling.of(some)) {
            Optional<Frame> frame = message.to(socket.reader());
            if (frame.isPresent()) {
                socket.send(frame.get());
            }
        }
        some.clear();
    }
}
