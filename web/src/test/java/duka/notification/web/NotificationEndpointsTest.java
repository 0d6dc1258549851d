package duka.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.kernel.web.World;
import duka.notification.api.NotificationId;
import duka.notification.api.NotificationKind;
import duka.notification.api.NotificationQuery.FindNotification;
import duka.notification.api.NotificationQuery.ListNotifications;
import duka.notification.api.NotificationQuery.Notifications;
import duka.notification.api.NotificationView;
import duka.ordering.api.OrderNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class NotificationEndpointsTest extends EdgeTest {

    private static final String NEWS = "/api/notifications/";

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void newsForTwo() {
        jdbc.sql("delete from edge.notification_mark").update();
        world.answers(
                ListNotifications.class,
                list -> all(one -> one.accountId().equals(list.accountId())
                        && (list.read() == null || list.read() == one.read())));
        world.answers(FindNotification.class, find -> all(one -> one.id().equals(find.notificationId())));
    }

    @Test
    void everybody_hears_their_own_news() {
        JsonNode page = get(CUSTOMER, NEWS).json();
        assertThat(page.path("count").asInt()).isEqualTo(2);
        JsonNode first = page.path("results").get(0);
        assertThat(first.propertyNames())
                .containsExactly("id", "kind", "title", "body", "link", "is_read", "created_at");
        assertThat(first.path("kind").asString()).isEqualTo("order_confirmed");
        assertThat(first.path("title").asString()).isEqualTo("Order D-ABCD2345 is confirmed");
        assertThat(first.path("link").asString()).isEqualTo("/orders/D-ABCD2345");
        assertThat(first.path("is_read").asBoolean()).isFalse();
        assertThat(page.path("results").get(1).path("body").asString())
                .isEqualTo("We have sent you KES 3,250 for your order D-ABCD2345.");
        assertThat(get(STRANGER, NEWS).json().path("count").asInt()).isEqualTo(1);
        assertThat(get(null, NEWS).status()).isEqualTo(401);
    }

    @Test
    void who_reads_swahili_hears_it_in_swahili() {
        assertThat(title("sw-KE,sw;q=0.9,en;q=0.8")).isEqualTo("Oda D-ABCD2345 imethibitishwa");
        assertThat(title("fr")).isEqualTo("Order D-ABCD2345 is confirmed");
    }

    @Test
    void one_is_marked_as_read_and_as_unread() {
        String one = NEWS + id(1) + "/";
        assertThat(send("PATCH", CUSTOMER, one, "{\"is_read\":true}")
                        .json()
                        .path("is_read")
                        .asBoolean())
                .isTrue();
        assertThat(send("PATCH", CUSTOMER, one, "{\"is_read\":true}").status()).isEqualTo(200);
        assertThat(get(CUSTOMER, NEWS + "?is_read=false").json().path("count").asInt())
                .isEqualTo(1);
        assertThat(send("PATCH", CUSTOMER, one, "{\"is_read\":false}")
                        .json()
                        .path("is_read")
                        .asBoolean())
                .isFalse();
        assertThat(send("PATCH", STRANGER, one, "{\"is_read\":true}").status()).isEqualTo(404);
        assertThat(send("PATCH", CUSTOMER, NEWS + "none/", "{\"is_read\":true}").status())
                .isEqualTo(404);
        assertThat(send("PATCH", CUSTOMER, one, "{}").status()).isEqualTo(400);
        assertThat(send("PATCH", CUSTOMER, one, "{\"is_read\":\"yes\"}").status())
                .isEqualTo(400);
        assertThat(get(CUSTOMER, NEWS + "?is_read=perhaps").status()).isEqualTo(400);
    }

    @Test
    void all_of_ones_own_are_marked_at_once() {
        assertThat(send("POST", CUSTOMER, NEWS + "read-all/", null).status()).isEqualTo(204);
        assertThat(send("POST", CUSTOMER, NEWS + "read-all/", null).status()).isEqualTo(204);
        assertThat(get(CUSTOMER, NEWS + "?is_read=false").json().path("count").asInt())
                .isZero();
        assertThat(get(STRANGER, NEWS + "?is_read=false").json().path("count").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_has_words_in_both_languages(NotificationKind kind) {
        NotificationView news = view(1, WANJIKU, kind, Samples.kes(100), Set.of());
        for (String language : List.of("en", "sw")) {
            NotificationWords words = NotificationWords.in(Locale.of(language));
            assertThat(words.title(news)).contains("D-ABCD2345").doesNotContain("{");
            assertThat(words.body(news)).contains("D-ABCD2345").doesNotContain("{");
        }
        assertThat(NotificationWords.in(Locale.of("sw")).body(news))
                .isNotEqualTo(NotificationWords.in(Locale.ENGLISH).body(news));
    }

    private String title(String language) {
        return get(CUSTOMER, NEWS, "Accept-Language", language)
                .json()
                .path("results")
                .get(0)
                .path("title")
                .asString();
    }

    private Notifications all(Predicate<NotificationView> wanted) {
        Set<UUID> read = new HashSet<>(jdbc.sql("select notification_id from edge.notification_mark")
                .query(UUID.class)
                .list());
        List<NotificationView> found = Stream.of(
                        view(1, WANJIKU, NotificationKind.ORDER_CONFIRMED, null, read),
                        view(2, WANJIKU, NotificationKind.REFUND_SUCCEEDED, Samples.kes(3_250), read),
                        view(3, OTIENO, NotificationKind.ORDER_REJECTED, null, read))
                .filter(wanted)
                .toList();
        return new Notifications(found.size(), found);
    }

    private static NotificationView view(
            int n, AccountId account, NotificationKind kind, Money amount, Set<UUID> read) {
        return new NotificationView(
                id(n), account, kind, new OrderNumber("D-ABCD2345"), amount, read.contains(id(n).value()), World.NOW);
    }

    private static NotificationId id(int n) {
        return new NotificationId(Samples.uuid(500 + n));
    }
}
