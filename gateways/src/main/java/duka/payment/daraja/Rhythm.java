package duka.payment.daraja;

import duka.payment.api.AttemptState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How often Daraja is asked about a prompt. */
enum Rhythm {
    /** Every 10 seconds for two minutes, then minutes, then hours, for two days. */
    USUAL {
        @Override
        Optional<Duration> pause(AttemptState state, Duration age, int asked) {
            return isDecided(state) || age.compareTo(GIVEN_UP) > 0 ? Optional.empty() : Optional.of(usual(age));
        }
    },
    /** Somebody says that money came: soon and a few times. What is still open then is asked about by the usual one. */
    URGENT {
        @Override
        Optional<Duration> pause(AttemptState state, Duration age, int asked) {
            boolean toBeVerified = state == AttemptState.PAID_UNVERIFIED;
            return toBeVerified && asked < URGENT_TIMES
                    ? Optional.of(Duration.ofMillis(500L << Math.min(asked, 4)))
                    : Optional.empty();
        }
    },
    /** Two sources contradict each other: every 15 seconds for 5 minutes, then as usual. */
    DISPUTED {
        @Override
        Optional<Duration> pause(AttemptState state, Duration age, int asked) {
            if (state != AttemptState.REVIEW || age.compareTo(GIVEN_UP) > 0) {
                return Optional.empty();
            }
            return Optional.of(age.compareTo(Duration.ofMinutes(5)) < 0 ? Duration.ofSeconds(15) : usual(age));
        }
    };

    static final Duration GIVEN_UP = Duration.ofDays(2);
    private static final int URGENT_TIMES = 6;

    /**
     * @param age of the prompt, or of the doubt
     * @param asked how often it was asked by this rhythm
     * @return when to ask again, or nothing when it is enough
     */
    abstract Optional<Duration> pause(AttemptState state, Duration age, int asked);

    private static boolean isDecided(AttemptState state) {
        return state == AttemptState.PAID
                || state == AttemptState.FAILED
                || state == AttemptState.REJECTED
                || state == AttemptState.REVIEW;
    }

    private static Duration usual(Duration age) {
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return Duration.ofMillis(8_000 + ThreadLocalRandom.current().nextLong(4_000));
        }
        if (age.compareTo(Duration.ofMinutes(20)) < 0) {
            return Duration.ofSeconds(60 + ThreadLocalRandom.current().nextLong(30));
        }
        return age.compareTo(Duration.ofHours(4)) < 0 ? Duration.ofMinutes(15) : Duration.ofHours(2);
    }
}
