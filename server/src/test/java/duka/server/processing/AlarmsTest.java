package duka.server.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import duka.server.testing.StubbornReader;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What readiness, figures and alarms tell when readers are in trouble. */
class AlarmsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GROUP = "read.stubborn";
    private static final String FULL = "test.full";

    private final RunningShop shop = RunningShop.shared();
    private final Alarms alarms = shop.part(Alarms.class);
    private final JdbcClient database = shop.part(JdbcClient.class);

    @Test
    void a_reader_that_fails_at_the_write_is_known_until_it_can_write() {
        Stumbles stumbles = shop.part(Stumbles.class);
        StubbornReader reader = shop.part(StubbornReader.class);
        String name = StubbornReader.UNWRITABLE + " " + UUID.randomUUID();
        try {
            shop.post(shop.admin(), "/api/products/categories/", Map.of("name", name));
            await().atMost(PATIENCE).until(() -> stumbles.isStumbling(GROUP));
            assertThat(reader.names()).doesNotContain(name);
        } finally {
            reader.tolerate(name);
        }
        await().atMost(PATIENCE).until(() -> reader.names().contains(name) && !stumbles.isStumbling(GROUP));
        assertThat(figure("duka_reader_failing{group=\"" + GROUP + "\"")).isZero();
    }

    @Test
    void full_dead_letters_are_told_once_and_leave_the_shop_ready() {
        plant(SetAside.MOST_OF_A_SEQUENCE - 1);
        try {
            alarms.check();
            assertThat(alarms.raised()).isEmpty();
            plant(1);
            alarms.check();
            assertThat(alarms.raised()).hasSize(1).allMatch(alarm -> alarm.contains(FULL));
            assertThat(figure("duka_alarms")).isEqualTo(1);
            JsonNode letters = readiness().path("components").path("deadLetters");
            assertThat(letters.path("status").asString()).isEqualTo("DEGRADED");
            assertThat(letters.path("details").path(FULL).asInt()).isEqualTo(SetAside.MOST_OF_A_SEQUENCE);
            assertThat(letters.path("details").path("full").get(0).asString()).isEqualTo(FULL);
        } finally {
            database.sql("DELETE FROM process.dead_letter_entry WHERE processing_group = ?")
                    .param(FULL)
                    .update();
        }
        alarms.check();
        assertThat(alarms.raised()).isEmpty();
        assertThat(readiness()
                        .path("components")
                        .path("deadLetters")
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void an_order_that_is_parked_and_work_that_waits_are_counted() {
        double before = figure("duka_parked_orders");
        String order = UUID.randomUUID().toString();
        for (int event = 1; event <= 2; event++) {
            database.sql("""
                            INSERT INTO process.parked (position, processor, sequenced_by, event_id, event_type, cause)
                            VALUES (?, 'test.parked', ?, ?, 'checkout.Planted', 'Failed 3 times')""")
                    .params(-event, order, UUID.randomUUID().toString())
                    .update();
        }
        assertThat(figure("duka_parked_orders")).isEqualTo(before + 1);
        database.sql("DELETE FROM process.parked WHERE sequenced_by = ?")
                .param(order)
                .update();
        for (String name : new String[] {
            "duka_checkouts",
            "duka_checkout_oldest_seconds",
            "duka_due_work_waiting",
            "duka_due_work_overdue",
            "duka_deadlines_overdue",
            "duka_reconciliation_differences",
            "duka_dead_letters{group=\"checkout.saga\"",
            "duka_reader_lag{group=\"read.sale\""
        }) {
            assertThat(figure(name)).as(name).isNotNegative();
        }
    }

    private void plant(int events) {
        database.sql("""
                        INSERT INTO process.dead_letter_entry
                            (dead_letter_id, processing_group, sequence_identifier, sequence_index, message_type,
                             event_identifier, time_stamp, payload_type, payload, enqueued_at)
                        SELECT gen_random_uuid(), ?, 'one', n + (
                                   SELECT count(*) FROM process.dead_letter_entry WHERE processing_group = ?),
                               'planted', gen_random_uuid(), now(), 'test.Planted', '', now()
                        FROM generate_series(1, ?) AS n""").params(FULL, FULL, events).update();
    }

    private JsonNode readiness() {
        Answered answered = shop.get(null, "/actuator/health/readiness");
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        return answered.json();
    }

    /** The first line that begins so; none is a failure. */
    private double figure(String name) {
        return shop.get(null, "/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No figure " + name));
    }
}
