package duka.kernel.query;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Counts the changes of the catalogue that this process has committed. What was cached under an older stamp is not asked
 * for any more, so a caller who has just written never reads what was before.
 */
@Component
public class Stamp {

    private static final String NOTED = "duka.stamp";

    private final AtomicLong changes = new AtomicLong();

    public long current() {
        return changes.get();
    }

    /** The unit of work at hand changes something; it counts once it has committed. */
    public void moves() {
        CurrentUnitOfWork.get().root().getOrComputeResource(NOTED, key -> {
            CurrentUnitOfWork.get().root().afterCommit(committed -> changes.incrementAndGet());
            return true;
        });
    }
}
