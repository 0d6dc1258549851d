package duka.identity.api;

import duka.kernel.PersonId;

/** The keys under which personal data is sealed, one per person. */
public interface PersonKeys {

    /** Makes the person's key and commits it, before anything about them is written down; silent if it exists. */
    void createFor(PersonId person);

    /** Destroys the key and leaves a tombstone: from then on everything sealed under it reads as erased. */
    void erase(PersonId person);

    /** Whether a tombstone says so; a person without any row is not erased. */
    default boolean isErased(PersonId person) {
        return false;
    }
}
