package duka.identity.api;

import duka.kernel.Id;
import java.util.UUID;

/** One account: a customer's, an admin's or an auditor's. */
public record AccountId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
