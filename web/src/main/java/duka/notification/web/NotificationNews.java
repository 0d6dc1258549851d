package duka.notification.web;

import duka.kernel.api.History.Happening;
import duka.kernel.web.live.LiveNews;
import duka.kernel.web.live.Questions;
import duka.kernel.web.live.Room;
import duka.kernel.web.live.Told;
import duka.notification.api.NotificationId;
import duka.notification.api.NotificationQuery.FindNotification;
import duka.notification.api.NotificationQuery.Notifications;
import duka.notification.api.NotificationView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code notification}: news for its owner, in the language that they asked for at the door. */
@Component
class NotificationNews implements LiveNews {

    @Override
    public Room room() {
        return Room.NOTIFICATIONS;
    }

    @Override
    public String group() {
        return "read.customer";
    }

    @Override
    public boolean knows(Object event) {
        return NotificationId.toldBy(event, "").isPresent();
    }

    @Override
    public Optional<Told> tell(Happening happening, Questions questions) {
        return NotificationId.toldBy(happening.event(), happening.eventId())
                .flatMap(id -> questions.ask(new FindNotification(id), Notifications.class).results().stream()
                        .findFirst())
                .filter(notification -> isOf(happening, notification))
                .map(NotificationNews::told);
    }

    /** Two events may be the same news: whichever came first told it. */
    private static boolean isOf(Happening happening, NotificationView notification) {
        return millis(notification.createdAt()).equals(millis(happening.at()));
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Told told(NotificationView notification) {
        return new Told(
                "notification",
                reader -> reader.caller().is(notification.accountId()),
                reader -> NotificationResponse.of(notification, NotificationWords.in(reader.locale())));
    }
}
