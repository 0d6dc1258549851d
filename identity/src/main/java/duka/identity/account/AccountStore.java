package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Role;
import duka.kernel.api.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Repository;

/** The tables of accounts, sessions and tokens. Whoever changes anything holds a transaction. */
@Repository
class AccountStore {

    private final EntityManager entities;

    AccountStore(EntityManagerFactory factory) {
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    void add(Object entity) {
        entities.persist(entity);
    }

    Optional<Account> account(AccountId id) {
        return Optional.ofNullable(entities.find(Account.class, id.value()));
    }

    /** For a change: nobody else changes it meanwhile. */
    Optional<Account> lockedAccount(AccountId id) {
        return Optional.ofNullable(entities.find(Account.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Account> accountByEmail(String email) {
        return entities
                .createQuery("select a from Account a where a.emailKey = :key", Account.class)
                .setParameter("key", Account.emailKey(email))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Until the transaction ends, nobody else takes this e-mail. */
    void lockEmail(String email) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))", Integer.class)
                .setParameter("key", "identity.email " + Account.emailKey(email))
                .getSingleResult();
    }

    /** All active admins, locked in one order, so that no two of them go at once. */
    List<Account> lockedActiveAdmins() {
        return entities.createQuery(
                        "select a from Account a where a.role = :admin and a.active = true order by a.id",
                        Account.class)
                .setParameter("admin", Role.ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    boolean hasAdmin() {
        return entities.createQuery("select count(a) from Account a where a.role = :admin", Long.class)
                        .setParameter("admin", Role.ADMIN)
                        .getSingleResult()
                > 0;
    }

    Optional<Credential> credential(AccountId id) {
        return Optional.ofNullable(entities.find(Credential.class, id.value()));
    }

    Optional<Session> lockedSession(UUID id) {
        return Optional.ofNullable(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<RefreshToken> refreshToken(String hash) {
        return Optional.ofNullable(entities.find(RefreshToken.class, hash));
    }

    void refresh(RefreshToken token) {
        entities.refresh(token);
    }

    List<Session> openSessions(AccountId id, Instant now) {
        return entities.createQuery("""
                        select s from Session s
                        where s.accountId = :account and s.endedAt is null and s.expiresAt > :now
                        order by s.lastUsedAt desc, s.id
                        """, Session.class)
                .setParameter("account", id.value())
                .setParameter("now", now)
                .getResultList();
    }

    /** @param search part of an e-mail, a name or a phone */
    Found search(@Nullable String search, @Nullable Role role, @Nullable Boolean active, PageRequest page) {
        StringBuilder where = new StringBuilder(" from Account a where 1 = 1");
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (search != null && !search.isBlank()) {
            where.append(" and (a.emailKey like :part escape '!' or a.phone like :part escape '!'")
                    .append(" or lower(concat(a.firstName, ' ', a.lastName)) like :part escape '!')");
            parameters.put("part", "%" + Account.emailKey(search).replaceAll("([!%_])", "!$1") + "%");
        }
        if (role != null) {
            where.append(" and a.role = :role");
            parameters.put("role", role);
        }
        if (active != null) {
            where.append(" and a.active = :active");
            parameters.put("active", active);
        }
        var count = entities.createQuery("select count(a)" + where, Long.class);
        var accounts = entities.createQuery("select a" + where + " order by a.dateJoined desc, a.id", Account.class);
        parameters.forEach((name, value) -> {
            count.setParameter(name, value);
            accounts.setParameter(name, value);
        });
        return new Found(
                count.getSingleResult(),
                accounts.setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultList());
    }

    record Found(long count, List<Account> accounts) {}
}
