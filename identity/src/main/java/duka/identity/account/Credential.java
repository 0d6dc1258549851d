package duka.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The hash of an account's password, apart from the account so that changing it is no edit of the account. */
@Entity
@Table(schema = "identity", name = "credential")
class Credential {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // the fields are filled by JPA
    protected Credential() {}

    Credential(UUID accountId, String passwordHash, Instant now) {
        this.accountId = accountId;
        this.passwordHash = passwordHash;
        this.changedAt = now;
    }

    String passwordHash() {
        return passwordHash;
    }

    void replace(String newHash, Instant now) {
        passwordHash = newHash;
        changedAt = now;
    }
}
