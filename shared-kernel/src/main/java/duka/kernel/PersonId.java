package duka.kernel;

import java.util.UUID;

/** One person whose data is sealed under a key of their own: a customer, or the guest of one checkout. */
public record PersonId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
