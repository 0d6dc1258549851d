package duka.payment.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Judges {@code X-Signature: t=<seconds>,v1=<hex>}: HMAC-SHA256 over {@code timestamp.body} under {@code
 * duka.webhook-secret}, at most five minutes old. Without a secret nobody's word is good.
 */
@Component
class ProviderSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final String secret;
    private final Clock clock;

    ProviderSignature(@Value("${duka.webhook-secret:}") String secret, Clock clock) {
        this.secret = secret.strip();
        this.clock = clock;
    }

    /** @param header may carry several {@code v1}, while a secret is being changed; one that fits is enough */
    boolean isGood(@Nullable String header, byte[] body) {
        if (secret.isEmpty() || header == null) {
            return false;
        }
        Optional<Long> timestamp = values(header, "t").stream()
                .filter(written -> written.matches("\\d{1,12}"))
                .findFirst()
                .map(Long::valueOf);
        return timestamp.isPresent() && isRecent(timestamp.get()) && isSigned(header, timestamp.get(), body);
    }

    private boolean isRecent(long timestamp) {
        Duration age = Duration.between(Instant.ofEpochSecond(timestamp), clock.instant());
        return age.abs().compareTo(TOLERANCE) <= 0;
    }

    /** Every candidate is compared in full, so that nothing can be learnt from the time that it takes. */
    private boolean isSigned(String header, long timestamp, byte[] body) {
        byte[] expected = HexFormat.of().formatHex(hmac(timestamp, body)).getBytes(StandardCharsets.US_ASCII);
        boolean fits = false;
        for (String candidate : values(header, "v1")) {
            fits |= MessageDigest.isEqual(expected, candidate.getBytes(StandardCharsets.UTF_8));
        }
        return fits;
    }

    private byte[] hmac(long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot compute HMAC-SHA256", e);
        }
    }

    private static List<String> values(String header, String name) {
        return Arrays.stream(header.split(",", 20))
                .map(String::strip)
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .toList();
    }
}
