package duka.kernel.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** How often one caller may do a thing, counted in this process. {@code duka.limits=off} lets scripts do as they like. */
@Component
public class RateLimits {

    /** @param capacity how many at once, refilled evenly over the period */
    public record Limit(String name, long capacity, Duration period) {}

    private record Counter(Limit limit, String key) {}

    private final boolean on;
    private final LoadingCache<Counter, Bucket> buckets;

    /** @param time another than this machine's, for tests that cannot wait */
    RateLimits(@Value("${duka.limits:on}") String limits, Environment environment, ObjectProvider<TimeMeter> time) {
        this.on = !limits.equalsIgnoreCase("off");
        if (!on && environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("duka.limits=off is not for production");
        }
        TimeMeter meter = time.getIfAvailable(() -> TimeMeter.SYSTEM_NANOTIME);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofHours(25))
                .build(counter -> bucket(counter.limit(), meter));
    }

    /** @throws HttpRefusal 429 {@code rate_limited} with {@code Retry-After}, once the caller has used it up */
    public void take(Limit limit, String key) {
        Optional<Duration> wait = tryTake(limit, key);
        if (wait.isPresent()) {
            throw refusal(limit, wait.get());
        }
    }

    /** Nothing if it was granted, else how long to wait. */
    public Optional<Duration> tryTake(Limit limit, String key) {
        if (!on) {
            return Optional.empty();
        }
        ConsumptionProbe probe = probe(limit, key);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** What was taken turned out not to count. */
    public void giveBack(Limit limit, String key) {
        if (on) {
            buckets.get(new Counter(limit, key)).addTokens(1);
        }
    }

    /** 429 {@code rate_limited}; the answer's {@code RateLimit} headers speak of the limit that was hit. */
    public HttpRefusal refusal(Limit limit, Duration wait) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getResponse() != null) {
            show(request.getResponse(), limit, 0, wait);
        }
        return HttpRefusal.rateLimited(wait);
    }

    static void show(HttpServletResponse response, Limit limit, long remaining, Duration reset) {
        response.setHeader("RateLimit-Limit", Long.toString(limit.capacity()));
        response.setHeader("RateLimit-Remaining", Long.toString(remaining));
        response.setHeader(
                "RateLimit-Reset", Long.toString(reset.plusMillis(999).toSeconds()));
    }

    private static Bucket bucket(Limit limit, TimeMeter time) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.capacity()).refillGreedy(limit.capacity(), limit.period()))
                .withCustomTimePrecision(time)
                .build();
    }

    boolean on() {
        return on;
    }

    ConsumptionProbe probe(Limit limit, String key) {
        return buckets.get(new Counter(limit, key)).tryConsumeAndReturnRemaining(1);
    }
}
