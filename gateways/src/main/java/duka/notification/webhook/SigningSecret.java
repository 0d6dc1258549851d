package duka.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What one endpoint and the shop share, as Standard Webhooks writes it: {@code whsec_} and 24 to 64 bytes in Base64. */
final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int FRESH_BYTES = 32;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    static SigningSecret fresh(SecureRandom random) {
        byte[] key = new byte[FRESH_BYTES];
        random.nextBytes(key);
        return new SigningSecret(key);
    }

    /** @throws IllegalArgumentException without the prefix, with other than Base64, or with too few or too many bytes */
    static SigningSecret of(String written) {
        if (!written.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A signing secret begins with " + PREFIX);
        }
        byte[] key = Base64.getDecoder().decode(written.substring(PREFIX.length()));
        if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException("A signing secret has 24 to 64 bytes");
        }
        return new SigningSecret(key);
    }

    /** The value of {@code webhook-signature}; while secrets rotate there are several, and one that fits is enough. */
    static String header(List<SigningSecret> secrets, String id, Instant at, String body) {
        return secrets.stream().map(secret -> secret.sign(id, at, body)).collect(Collectors.joining(" "));
    }

    private String sign(String id, Instant at, String body) {
        String signed = id + "." + at.getEpochSecond() + "." + body;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** The secret itself: shown once to the one who made it, and otherwise only sealed. */
    String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
