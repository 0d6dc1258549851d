package duka.server.serialization;

import duka.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Seals what tells about a person under that person's key. */
public interface Sealer {

    /**
     * Seals a value.
     *
     * @throws ErasedPerson if the person was erased
     * @throws IllegalStateException if the person has no key, or it cannot be read: nothing is written in clear
     */
    String seal(PersonId person, String value);

    /**
     * Opens what was sealed.
     *
     * @return the value, or {@code null} if the person was erased
     * @throws IllegalStateException if the key is missing without a tombstone or cannot be read: that is a fault and
     *     never "absent"
     */
    @Nullable
    String open(PersonId person, String sealed);
}
