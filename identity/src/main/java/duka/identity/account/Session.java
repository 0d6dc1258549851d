package duka.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One login on one device. All refresh tokens that follow from it are its family and die with it. */
@Entity
@Table(schema = "identity", name = "session")
class Session {

    /** However often it is refreshed, after this long people sign in again. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private static final int LONGEST_AGENT = 300;

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // the fields are filled by JPA
    protected Session() {}

    Session(UUID id, UUID accountId, @Nullable String userAgent, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.userAgent = userAgent == null ? null : userAgent.substring(0, Math.min(LONGEST_AGENT, userAgent.length()));
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = now.plus(LONGEST);
    }

    boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    void used(Instant now) {
        lastUsedAt = now;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    SessionView view() {
        return new SessionView(id, createdAt, lastUsedAt, userAgent);
    }
}
