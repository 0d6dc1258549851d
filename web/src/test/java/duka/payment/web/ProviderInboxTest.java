package duka.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.web.EdgeTest;
import duka.kernel.web.World;
import duka.payment.web.ProviderInbox.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProviderInboxTest extends EdgeTest {

    private final String id = "evt_" + UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Autowired
    private JdbcClient database;

    @Test
    void an_event_is_dealt_with_by_one_request_at_a_time_and_once() {
        ProviderInbox inbox = after(Duration.ZERO);
        assertThat(take(inbox, first)).isEqualTo(Turn.OURS);
        assertThat(take(inbox, second)).isEqualTo(Turn.ANOTHERS);
        inbox.finish(id, first);
        assertThat(take(inbox, second)).isEqualTo(Turn.DONE_BEFORE);
        assertThat(take(after(Duration.ofHours(1)), second)).isEqualTo(Turn.DONE_BEFORE);
    }

    @Test
    void one_whose_request_died_is_free_after_a_minute_and_no_longer_the_dead_ones() {
        assertThat(take(after(Duration.ZERO), first)).isEqualTo(Turn.OURS);
        ProviderInbox later = after(Duration.ofSeconds(61));
        assertThat(take(later, second)).isEqualTo(Turn.OURS);
        later.finish(id, first);
        assertThat(take(later, first)).isEqualTo(Turn.ANOTHERS);
        later.letGo(id, first);
        assertThat(take(later, first)).isEqualTo(Turn.ANOTHERS);
    }

    @Test
    void what_was_dealt_with_is_forgotten_after_thirty_days() {
        ProviderInbox inbox = after(Duration.ZERO);
        assertThat(take(inbox, first)).isEqualTo(Turn.OURS);
        inbox.finish(id, first);
        after(Duration.ofDays(29)).forget();
        assertThat(take(inbox, second)).isEqualTo(Turn.DONE_BEFORE);
        after(Duration.ofDays(31)).forget();
        assertThat(take(inbox, second)).isEqualTo(Turn.OURS);
    }

    private Turn take(ProviderInbox inbox, UUID run) {
        return inbox.take(id, "payment.succeeded", run);
    }

    private ProviderInbox after(Duration time) {
        return new ProviderInbox(database, Clock.fixed(World.NOW.plus(time), ZoneOffset.UTC));
    }
}
