package duka.identity.api;

import duka.kernel.PersonId;
import java.util.Locale;
import java.util.UUID;

/**
 * The person behind a request, as their access token and the present state of their account say.
 *
 * @param sessionId the login that the token belongs to
 */
public record Caller(AccountId accountId, Role role, UUID sessionId) {

    /** The person whose key seals what is personal; an account and its person share one UUID. */
    public PersonId personId() {
        return new PersonId(accountId.value());
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** Whether the caller may see what belongs to others: admins and auditors. */
    public boolean seesEverything() {
        return role != Role.CUSTOMER;
    }

    public boolean is(AccountId other) {
        return accountId.equals(other);
    }

    /** As the metadata of messages names the caller: {@code customer:<id>}, {@code admin:<id>}, {@code auditor:<id>}. */
    public String actor() {
        return role.name().toLowerCase(Locale.ROOT) + ":" + accountId;
    }
}
