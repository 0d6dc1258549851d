package duka.kernel.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** How often one caller may do a thing, counted in this process. {@code duka.limits=off} lets scripts do as they like. */
@Component
public class RateLimits {

    /** @param capacity how many at once, refilled evenly over the period */
    public record Limit(String name, long capacity, Duration period) {}

    private record Counter(Limit limit, String key) {}

    private final boolean on;
    private final LoadingCache<Counter, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(25))
            .build(counter -> Bucket.builder()
                    .addLimit(bandwidth -> bandwidth
                            .capacity(counter.limit().capacity())
                            .refillGreedy(
                                    counter.limit().capacity(), counter.limit().period()))
                    .build());

    RateLimits(@Value("${duka.limits:on}") String limits, Environment environment) {
        this.on = !limits.equalsIgnoreCase("off");
        if (!on && environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("duka.limits=off is not for production");
        }
    }

    /** @throws HttpRefusal 429 {@code rate_limited} with {@code Retry-After}, once the caller has used it up */
    public void take(Limit limit, String key) {
        if (!on) {
            return;
        }
        ConsumptionProbe probe = probe(limit, key);
        if (!probe.isConsumed()) {
            throw HttpRefusal.rateLimited(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    boolean on() {
        return on;
    }

    ConsumptionProbe probe(Limit limit, String key) {
        return buckets.get(new Counter(limit, key)).tryConsumeAndReturnRemaining(1);
    }
}
