package duka.notification.web;

import duka.identity.api.AccountId;
import duka.identity.api.Languages;
import duka.kernel.web.PersonalExport;
import duka.kernel.web.Queries;
import duka.notification.api.NotificationQuery.ListNotifications;
import duka.notification.api.NotificationQuery.Notifications;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's news, in their own language. */
@Component
class ExportedNotifications implements PersonalExport {

    private final Queries queries;
    private final Languages languages;

    ExportedNotifications(Queries queries, Languages languages) {
        this.queries = queries;
        this.languages = languages;
    }

    @Override
    public String section() {
        return "notifications";
    }

    @Override
    public List<?> of(AccountId person) {
        NotificationWords words = NotificationWords.in(languages.of(person));
        return PersonalExport.all(
                page -> queries.ask(new ListNotifications(person, null, page), Notifications.class).results().stream()
                        .map(news -> NotificationResponse.of(news, words))
                        .toList());
    }
}
