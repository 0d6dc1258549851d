package duka.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What is kept of a refresh token: its keyed hash, and whether it was used. */
@Entity
@Table(schema = "identity", name = "refresh_token")
class RefreshToken {

    private static final Duration LIFE = Duration.ofDays(14);

    /** Within this long a browser whose requests raced, or whose answer got lost, may show a used token again. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Id
    @Column(name = "token_hash", length = 64)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String hash;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // the fields are filled by JPA
    protected RefreshToken() {}

    RefreshToken(String hash, UUID sessionId, Instant now) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.expiresAt = now.plus(LIFE);
    }

    UUID sessionId() {
        return sessionId;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean isUsed() {
        return usedAt != null;
    }

    boolean wasJustUsed(Instant now) {
        return usedAt != null && now.isBefore(usedAt.plus(GRACE));
    }

    void use(Instant now) {
        usedAt = now;
    }
}
