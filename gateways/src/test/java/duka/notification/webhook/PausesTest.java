package duka.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The schedule as receivers know it. */
class PausesTest {

    @Test
    void pauses_grow_from_seconds_to_a_day_and_end_after_three_days() {
        Duration all = IntStream.rangeClosed(1, 9)
                .mapToObj(Pauses::after)
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(Pauses.after(1)).contains(Duration.ofSeconds(5));
        assertThat(all).isEqualTo(Duration.parse("PT75H35M5S"));
        assertThat(Pauses.after(10)).isEmpty();
    }
}
