package duka.server.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duka.identity.api.PersonKeys;
import duka.kernel.PersonId;
import duka.server.serialization.ErasedPerson;
import duka.server.serialization.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One AES-256 key per person in {@code identity.person_key}, wrapped by the master key. A tombstone means erased; a
 * missing row or a database that does not answer is a fault and never reads as erased.
 */
public final class PersonKeyStore implements PersonKeys, Sealer {

    private static final int KEY_BYTES = 32;
    private static final int CACHED = 50_000;

    /** How long another process may still read what this one erased. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final SecretKey masterKey;
    private final Runnable forget;
    private final SecureRandom random = new SecureRandom();
    private final Cache<PersonId, SecretKey> keys = Caffeine.newBuilder()
            .maximumSize(CACHED)
            .expireAfterWrite(REMEMBERED)
            .build();

    public PersonKeyStore(JdbcClient database, byte[] masterKey) {
        this(database, masterKey, () -> {});
    }

    /** @param forget drops what this process keeps opened in memory; called whenever somebody was erased here */
    public PersonKeyStore(JdbcClient database, byte[] masterKey, Runnable forget) {
        this.database = database;
        this.masterKey = new SecretKeySpec(masterKey, "AES");
        this.forget = forget;
    }

    @Override
    public void createFor(PersonId person) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A person's key is committed before anything is written about them");
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        database.sql("""
                        INSERT INTO identity.person_key (person_id, wrapped) VALUES (?, ?)
                        ON CONFLICT (person_id) DO NOTHING""")
                .param(person.value())
                .param(AesGcm.seal(masterKey, context(person), key))
                .update();
    }

    @Override
    public void erase(PersonId person) {
        database.sql("""
                        INSERT INTO identity.person_key (person_id, wrapped, erased_at) VALUES (?, NULL, now())
                        ON CONFLICT (person_id) DO UPDATE SET wrapped = NULL, erased_at = now()
                        WHERE person_key.erased_at IS NULL""").param(person.value()).update();
        afterCommit(() -> {
            keys.invalidate(person);
            forget.run();
        });
    }

    /** Until then others still read the key, and would remember it again. */
    private static void afterCommit(Runnable task) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            task.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                task.run();
            }
        });
    }

    @Override
    public boolean isErased(PersonId person) {
        return keys.getIfPresent(person) == null
                && database.sql("SELECT erased_at IS NOT NULL FROM identity.person_key WHERE person_id = ?")
                        .param(person.value())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
    }

    @Override
    public String seal(PersonId person, String value) {
        SecretKey key = key(person).orElseThrow(ErasedPerson::new);
        byte[] sealed = AesGcm.seal(key, context(person), value.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(sealed);
    }

    @Override
    public @Nullable String open(PersonId person, String sealed) {
        return key(person)
                .map(key ->
                        AesGcm.open(key, context(person), Base64.getDecoder().decode(sealed)))
                .map(clear -> new String(clear, StandardCharsets.UTF_8))
                .orElse(null);
    }

    /** The person's key, or nothing if they were erased. */
    private Optional<SecretKey> key(PersonId person) {
        SecretKey cached = keys.getIfPresent(person);
        if (cached != null) {
            return Optional.of(cached);
        }
        WrappedKey found = database.sql("SELECT wrapped FROM identity.person_key WHERE person_id = ?")
                .param(person.value())
                .query((row, n) -> new WrappedKey(Optional.ofNullable(row.getBytes(1))))
                .optional()
                .orElseThrow(() -> new IllegalStateException("Person " + person + " has no key"));
        Optional<SecretKey> key = found.bytes()
                .map(wrapped -> new SecretKeySpec(AesGcm.open(masterKey, context(person), wrapped), "AES"));
        key.ifPresent(loaded -> keys.put(person, loaded));
        return key;
    }

    private static byte[] context(PersonId person) {
        return person.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A row; without bytes it is a tombstone. */
    private record WrappedKey(Optional<byte[]> bytes) {}
}
