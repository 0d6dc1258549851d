package duka.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs of version 7 (RFC 9562): minted at the edge of the system, or derived from another one inside it. */
public final class Uuids {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuids() {}

    /** A fresh identity. Only the edge mints: a command that is sent again must carry the identity that it had. */
    public static UUID mint(Clock clock) {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        return versionSeven(clock.millis(), ByteBuffer.wrap(random));
    }

    /**
     * The identity of what {@code parent} creates under {@code role}: the same words give the same identity, so that a
     * repeated step lands on the same thing. It keeps the parent's time, and so sorts beside it.
     */
    public static UUID derive(UUID parent, String role) {
        MessageDigest sha256 = sha256();
        sha256.update(ByteBuffer.allocate(16)
                .putLong(parent.getMostSignificantBits())
                .putLong(parent.getLeastSignificantBits())
                .flip());
        sha256.update(role.getBytes(StandardCharsets.UTF_8));
        return versionSeven(parent.getMostSignificantBits() >>> 16, ByteBuffer.wrap(sha256.digest()));
    }

    /** The UUID that a caller wrote in its canonical form of 36 characters, or nothing. */
    public static Optional<UUID> parse(String text) {
        return CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static UUID versionSeven(long unixMillis, ByteBuffer bits) {
        long high = (unixMillis << 16) | 0x7000L | (bits.getShort() & 0x0FFFL);
        long low = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
