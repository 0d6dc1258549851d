package duka.server.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StumblesTest {

    private static final String GROUP = "read.sale";

    private final Seconds clock = new Seconds();
    private final Stumbles stumbles = new Stumbles(clock);

    @Test
    void one_failure_is_no_failing_for_good() {
        stumbles.failed(GROUP, 0);
        assertThat(stumbles.isStumbling(GROUP)).isTrue();
        assertThat(stumbles.isStumbling("read.catalogue")).isFalse();
        clock.seconds = 30;
        assertThat(stumbles.isStumblingForGood(GROUP)).isFalse();
        stumbles.succeeded(GROUP, 0);
        assertThat(stumbles.isStumbling(GROUP)).isFalse();
    }

    @Test
    void what_fails_for_longer_than_half_a_minute_is_told_until_it_succeeds() {
        stumbles.failed(GROUP, 2);
        clock.seconds = 31;
        stumbles.failed(GROUP, 2);
        stumbles.succeeded(GROUP, 1);
        assertThat(stumbles.isStumblingForGood(GROUP)).isTrue();
        stumbles.succeeded(GROUP, 2);
        assertThat(stumbles.isStumblingForGood(GROUP)).isFalse();
    }

    @Test
    void a_segment_that_is_no_longer_tried_here_is_forgotten() {
        stumbles.failed(GROUP, 0);
        clock.seconds = 60;
        stumbles.failed(GROUP, 0);
        clock.seconds = 181;
        assertThat(stumbles.isStumbling(GROUP)).isFalse();
        assertThat(stumbles.isStumblingForGood(GROUP)).isFalse();
        stumbles.failed(GROUP, 0);
        assertThat(stumbles.isStumblingForGood(GROUP)).isFalse();
    }

    private static final class Seconds extends Clock {

        private long seconds;

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
