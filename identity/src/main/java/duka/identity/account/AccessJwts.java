package duka.identity.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duka.identity.api.AccessTokens;
import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.identity.api.Lookups;
import duka.identity.api.Role;
import duka.identity.api.Standing;
import duka.kernel.Uuids;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Access tokens: JWTs under HS256 and no other algorithm, for fifteen minutes. The key is {@code duka.jwt-key} (32 bytes
 * in base64) or derives from the shop's master key. A good signature is half of the answer: the session must be open, and
 * the account's role and epoch those of the token.
 */
@Component
class AccessJwts implements AccessTokens, Standing {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final long LEEWAY_SECONDS = 30;
    private static final int LONGEST = 4_096;
    private static final int KEY_BYTES = 32;
    private static final int REMEMBERED = 20_000;
    private static final String ISSUER = "duka";
    private static final String AUDIENCE = "duka-api";
    private static final String KIND = "access";

    private final SecretKey key;
    private final JwtParser parser;
    private final SessionStates states;
    private final Clock clock;

    /** What a token says, once its signature was good; whether it still counts is asked each time. */
    private final Cache<String, Claims> signed = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(REMEMBERED)
            .build();

    AccessJwts(
            @Value("${duka.jwt-key:}") @Nullable String configuredKey,
            Lookups lookups,
            SessionStates states,
            Clock clock) {
        this.key = new SecretKeySpec(keyBytes(configuredKey, lookups), "HmacSHA256");
        this.parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.HS256)
                .and()
                .zip()
                .clear()
                .and()
                .verifyWith(key)
                .requireIssuer(ISSUER)
                .requireAudience(AUDIENCE)
                .require("typ", KIND)
                .clockSkewSeconds(LEEWAY_SECONDS)
                .clock(() -> Date.from(clock.instant()))
                .build();
        this.states = states;
        this.clock = clock;
    }

    String issue(Account account, UUID sessionId) {
        Instant now = clock.instant();
        return Jwts.builder()
                .issuer(ISSUER)
                .audience()
                .add(AUDIENCE)
                .and()
                .subject(account.accountId().toString())
                .id(UUID.randomUUID().toString())
                .issuedAt(Date.from(now))
                .notBefore(Date.from(now))
                .expiration(Date.from(now.plus(LIFE)))
                .claim("typ", KIND)
                .claim("role", account.role().name())
                .claim("epoch", Integer.toString(account.epoch()))
                .claim("sid", sessionId.toString())
                .signWith(key, Jwts.SIG.HS256)
                .compact();
    }

    @Override
    public Optional<Caller> verify(String accessToken) {
        if (accessToken.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return caller(signed.get(
                    accessToken, token -> parser.parseSignedClaims(token).getPayload()));
        } catch (JwtException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean stillStands(Caller caller) {
        return states.of(caller.sessionId())
                .filter(state -> state.accountId().equals(caller.accountId()) && state.role() == caller.role())
                .isPresent();
    }

    private Optional<Caller> caller(Claims claims) {
        Optional<UUID> account = Uuids.parse(String.valueOf(claims.getSubject()));
        Optional<UUID> session = Uuids.parse(String.valueOf(claims.get("sid")));
        if (account.isEmpty() || session.isEmpty() || isOver(claims.getExpiration())) {
            return Optional.empty();
        }
        Role role = Role.valueOf(String.valueOf(claims.get("role")));
        String epoch = String.valueOf(claims.get("epoch"));
        return states.of(session.get())
                .filter(state -> state.accountId().equals(new AccountId(account.get())))
                .filter(state ->
                        state.role() == role && Integer.toString(state.epoch()).equals(epoch))
                .map(state -> new Caller(state.accountId(), role, session.get()));
    }

    private boolean isOver(@Nullable Date expiration) {
        return expiration == null
                || clock.instant().isAfter(expiration.toInstant().plusSeconds(LEEWAY_SECONDS));
    }

    private static byte[] keyBytes(@Nullable String configured, Lookups lookups) {
        if (configured == null || configured.isBlank()) {
            return HexFormat.of().parseHex(lookups.hmac("access-token", "key-1"));
        }
        byte[] bytes = Base64.getDecoder().decode(configured.strip());
        if (bytes.length < KEY_BYTES) {
            throw new IllegalArgumentException("duka.jwt-key must be at least 32 bytes in base64");
        }
        return bytes;
    }
}
