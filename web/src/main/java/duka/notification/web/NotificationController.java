package duka.notification.web;

import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.identity.api.Languages;
import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Body;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.RequestContext;
import duka.notification.api.NotificationId;
import duka.notification.api.NotificationQuery.FindNotification;
import duka.notification.api.NotificationQuery.ListNotifications;
import duka.notification.api.NotificationQuery.Notifications;
import duka.notification.api.NotificationView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's news. */
@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Notifications")
class NotificationController {

    private static final PageRequest MANY = new PageRequest(1, 1_000);

    private final Queries queries;
    private final NotificationMarks marks;
    private final Languages languages;

    NotificationController(Queries queries, NotificationMarks marks, Languages languages) {
        this.queries = queries;
        this.marks = marks;
        this.languages = languages;
    }

    record ReadRequest(@NotNull Boolean isRead) {}

    @GetMapping("/")
    @Operation(summary = "The caller's notifications, the newest first; all, or those that were or were not read")
    PageOf<NotificationResponse> list(
            @RequestParam(name = "is_read", required = false) @Nullable Boolean isRead,
            HttpServletRequest request,
            @ParameterObject PageRequest page) {
        Notifications found = queries.ask(new ListNotifications(caller(), isRead, page), Notifications.class);
        NotificationWords words = words(request);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream()
                        .map(notification -> NotificationResponse.of(notification, words))
                        .toList());
    }

    @PatchMapping("/{id}/")
    @Operation(summary = "Mark a notification as read, or as unread")
    NotificationResponse mark(@PathVariable NotificationId id, Body<ReadRequest> body, HttpServletRequest request) {
        own(id);
        if (body.read().isRead()) {
            marks.read(caller(), List.of(id));
        } else {
            marks.unread(id);
        }
        return NotificationResponse.of(own(id), words(request));
    }

    @PostMapping("/read-all/")
    @Operation(summary = "Mark all notifications of the caller as read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll() {
        AccountId account = caller();
        List<NotificationView> unread;
        do {
            unread = queries.ask(new ListNotifications(account, false, MANY), Notifications.class)
                    .results();
            marks.read(account, unread.stream().map(NotificationView::id).toList());
        } while (unread.size() == MANY.size());
    }

    /** In the language that is asked for, else in the caller's own. */
    private NotificationWords words(HttpServletRequest request) {
        return NotificationWords.in(
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? languages.of(caller()) : request.getLocale());
    }

    private NotificationView own(NotificationId id) {
        AccountId account = caller();
        return queries.ask(new FindNotification(id), Notifications.class).results().stream()
                .filter(notification -> notification.accountId().equals(account))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("notification"));
    }

    private static AccountId caller() {
        return RequestContext.caller().map(Caller::accountId).orElseThrow(HttpRefusal::unauthenticated);
    }
}
