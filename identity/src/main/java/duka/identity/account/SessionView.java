package duka.identity.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login as its owner sees it. */
public record SessionView(
        UUID id,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable String userAgent) {}
