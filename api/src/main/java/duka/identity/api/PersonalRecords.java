package duka.identity.api;

/** What a part of the shop keeps about people in tables that no event fills. */
public interface PersonalRecords {

    /** Deletes all of it that is about this person, in the transaction that erases them. */
    void forget(Leaver who);
}
