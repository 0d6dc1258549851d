package duka.identity.api;

import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.api.SequencedBy;
import org.jspecify.annotations.Nullable;

/** What becomes of the people behind accounts and guests' orders, as far as others must know. */
public sealed interface PersonEvent extends SequencedBy {

    PersonId personId();

    @Override
    default String sequencedBy() {
        return personId().toString();
    }

    /**
     * The person's key is gone with the transaction that tells of it: whatever was sealed under it reads as absent from
     * now on. Read models write that down, and drop the rows that were about nothing but the person.
     *
     * @param accountId the account that is gone, or {@code null} for a guest
     * @param orderId a guest's one order, or {@code null} for a customer
     */
    record PersonErased(
            PersonId personId,
            @Nullable AccountId accountId,
            @Nullable OrderId orderId) implements PersonEvent {}
}
