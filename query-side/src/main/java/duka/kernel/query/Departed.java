package duka.kernel.query;

import duka.identity.api.PersonEvent.PersonErased;
import duka.kernel.PersonId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Customers who were erased within one batch of events. Their rows are deleted after all that was noted of them before,
 * since a batch writes in the order in which it began to note; and nothing of them comes after.
 */
public final class Departed {

    private Departed() {}

    /** @param forget deletes the person's rows of one table, with the batch */
    public static void from(String table, PersonErased erased, Consumer<PersonId> forget) {
        if (erased.accountId() != null) {
            RowBatch.<PersonId, PersonId>current(
                            table + ".departed", unseen -> Optional.empty(), gone -> gone.forEach(forget))
                    .put(erased.personId(), erased.personId());
        }
    }
}
