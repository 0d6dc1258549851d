package duka.kernel.web.live;

import duka.kernel.api.History;
import duka.kernel.api.History.Happening;
import duka.kernel.web.Queries;
import duka.kernel.web.WebJson;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Makes messages of events, in the words of the features that know them. */
final class Telling {

    private final List<LiveNews> news;
    private final History history;
    private final Queries queries;
    private final WebJson json;

    Telling(List<LiveNews> news, History history, Queries queries, WebJson json) {
        this.news = news;
        this.history = history;
        this.queries = queries;
        this.json = json;
    }

    /** As it is written: {@code {"type","at","position","data"}}. */
    record Envelope(String type, Instant at, long position, Object data) {}

    boolean knows(Object event) {
        return news.stream().anyMatch(one -> one.knows(event));
    }

    /** Whether what is to be told of the event can be read by now. */
    boolean canBeRead(Happening happening) {
        return news.stream()
                .filter(one -> one.knows(happening.event()))
                .allMatch(one -> history.isShown(one.group(), happening));
    }

    /** What is to be told of these events, which can all be read. */
    List<Message> of(List<Happening> happenings) {
        Questions questions = new Questions(queries);
        return happenings.stream()
                .flatMap(happening -> of(happening, questions).stream())
                .toList();
    }

    Frame frame(Envelope envelope, boolean replayable) {
        return new Frame(json.mapper().writeValueAsString(envelope), envelope.position(), replayable);
    }

    private Optional<Message> of(Happening happening, Questions questions) {
        return news.stream()
                .filter(one -> one.knows(happening.event()))
                .findFirst()
                .flatMap(one -> one.tell(happening, questions))
                .map(told -> new Message(happening, told));
    }

    /** One message for all who are told, written once for each way to read it. Of one thread. */
    final class Message {

        private final Happening happening;
        private final Told told;
        private final IdentityHashMap<Object, Frame> written = new IdentityHashMap<>();

        private Message(Happening happening, Told told) {
            this.happening = happening;
            this.told = told;
        }

        Optional<Frame> to(LiveReader reader) {
            return told.whom().test(reader)
                    ? Optional.of(written.computeIfAbsent(told.data().apply(reader), this::write))
                    : Optional.empty();
        }

        private Frame write(Object data) {
            return frame(new Envelope(told.type(), happening.at(), happening.position(), data), true);
        }
    }
}
