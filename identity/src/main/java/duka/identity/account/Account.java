package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person who may sign in. */
@Entity
@Table(schema = "identity", name = "account")
class Account {

    @Id
    private UUID id;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private @Nullable String phone;

    @Enumerated(EnumType.STRING)
    @Column(length = 16)
    private Role role;

    @Column(name = "is_active")
    private boolean active;

    @Column(name = "date_joined")
    private Instant dateJoined;

    private int epoch;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // the fields are filled by JPA
    protected Account() {}

    Account(AccountId id, Profile profile, Role role, Instant now) {
        this.id = id.value();
        this.email = profile.email();
        this.emailKey = emailKey(profile.email());
        this.firstName = profile.firstName();
        this.lastName = profile.lastName();
        this.phone = profile.phone();
        this.role = role;
        this.active = true;
        this.dateJoined = now;
    }

    /** Under which two e-mail addresses are the same. */
    static String emailKey(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    void rename(Profile profile) {
        email = profile.email();
        emailKey = emailKey(profile.email());
        firstName = profile.firstName();
        lastName = profile.lastName();
        phone = profile.phone();
    }

    /** Tokens that were issued before stop counting if anything changes. */
    void authorize(Role newRole, boolean nowActive) {
        if (newRole != role || nowActive != active) {
            epoch++;
        }
        role = newRole;
        active = nowActive;
    }

    boolean isActiveAdmin() {
        return active && role == Role.ADMIN;
    }

    boolean isActive() {
        return active;
    }

    AccountId accountId() {
        return new AccountId(id);
    }

    Role role() {
        return role;
    }

    int epoch() {
        return epoch;
    }

    AccountView view() {
        return new AccountView(accountId(), email, firstName, lastName, phone, role, active, dateJoined, version);
    }
}
