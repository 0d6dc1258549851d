package duka.identity.account;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes of authenticator apps after RFC 6238: HMAC-SHA-1, six digits, a new one each 30 seconds. The steps beside the
 * present one count too, for clocks that are a little off.
 */
final class Totp {

    private static final int SECRET_BYTES = 20;
    private static final int DIGITS = 6;
    private static final long STEP_SECONDS = 30;
    private static final long WINDOW = 1;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HmacOneTimePasswordGenerator CODES = new HmacOneTimePasswordGenerator(DIGITS);

    private Totp() {}

    /** 160 random bits, as RFC 4226 recommends, in base32. */
    static String freshSecret() {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return Base32.toBase32String(random);
    }

    /** The steps near {@code now} whose code this is, the earliest first; mostly one or none. */
    static long[] stepsOf(String code, String secret, Instant now) {
        long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        byte[] shown = code.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        SecretKeySpec key = new SecretKeySpec(Base32.decode(secret), "HmacSHA1");
        return LongStream.rangeClosed(present - WINDOW, present + WINDOW)
                .filter(step -> MessageDigest.isEqual(shown, code(key, step).getBytes(StandardCharsets.UTF_8)))
                .toArray();
    }

    /** What an authenticator app reads from a QR code. */
    static String uri(String secret, String issuer, String email) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(email) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static String code(SecretKeySpec key, long step) {
        try {
            return CODES.generateOneTimePasswordString(key, step);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Every HMAC takes such a key", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
