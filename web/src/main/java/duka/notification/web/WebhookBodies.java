package duka.notification.web;

import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.identity.api.Role;
import duka.kernel.api.History;
import duka.kernel.api.History.Happening;
import duka.kernel.web.Queries;
import duka.kernel.web.WebJson;
import duka.kernel.web.live.LiveNews;
import duka.kernel.web.live.LiveReader;
import duka.kernel.web.live.Questions;
import duka.kernel.web.live.Room;
import duka.notification.api.WebhookMessages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells machines what dashboards are told, as an admin reads it, under names that say what happened. */
@Component
class WebhookBodies implements WebhookMessages {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final LiveReader ADMIN =
            new LiveReader(new Caller(new AccountId(NOBODY), Role.ADMIN, NOBODY), Locale.ENGLISH);

    private final List<LiveNews> news;
    private final History history;
    private final Queries queries;
    private final WebJson json;

    WebhookBodies(List<LiveNews> news, History history, Queries queries, WebJson json) {
        this.news = news.stream().filter(one -> one.room() == Room.DASHBOARD).toList();
        this.history = history;
        this.queries = queries;
        this.json = json;
    }

    /** As it is sent. */
    record Message(String type, Instant timestamp, long position, Object data) {}

    @Override
    public Set<String> types() {
        return WebhookTypes.ALL;
    }

    @Override
    public Optional<String> typeOf(Object event) {
        return WebhookTypes.of(event);
    }

    @Override
    public boolean canBeRead(Happening happening) {
        return WebhookTypes.of(happening.event()).isEmpty()
                || news.stream()
                        .filter(one -> one.knows(happening.event()))
                        .allMatch(one -> history.isShown(one.group(), happening));
    }

    @Override
    public Optional<String> bodyOf(Happening happening) {
        Questions questions = new Questions(queries);
        return WebhookTypes.of(happening.event())
                .flatMap(type -> news.stream()
                        .filter(one -> one.knows(happening.event()))
                        .findFirst()
                        .flatMap(one -> one.tell(happening, questions))
                        .map(told -> new Message(
                                type,
                                happening.at(),
                                happening.position(),
                                told.data().apply(ADMIN)))
                        .map(json.mapper()::writeValueAsString));
    }
}
