package duka.server.crash;

import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import duka.kernel.api.DeadlineHandler;
import duka.kernel.api.DueWork;
import duka.server.serialization.LogicalNames;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The named lines that the server passes on its way through a sale. They are woven around the means by which every step
 * is taken, so that no new step can be without; a server that nobody tortures has none. Names are made of what is
 * frozen: {@code command ordering.PlaceOrder before commit}, {@code reader read.sale ordering.OrderPlaced after commit},
 * {@code work payment.push ran}.
 */
public final class CrashPoints {

    static final String ARRIVES = " arrives";
    static final String BEFORE_COMMIT = " before commit";
    static final String AFTER_COMMIT = " after commit";

    private final Consumer<String> watcher;

    CrashPoints(Consumer<String> watcher) {
        this.watcher = watcher;
    }

    /** To be told that a line is passed; the server may not outlive it. */
    void passed(String point) {
        watcher.accept(point);
    }

    /** Around every command of a bus. */
    MessageHandlerInterceptor<CommandMessage<?>> aroundCommands(LogicalNames names) {
        return new CommandPoints(this, names);
    }

    /** Around every event of a group of readers. */
    MessageHandlerInterceptor<EventMessage<?>> aroundReader(String group, LogicalNames names) {
        return new ReaderPoints(this, group, names);
    }

    /** Around every piece of due work. */
    public ExecutionInterceptor aroundWork() {
        return new WorkPoints(this);
    }

    /** Around everybody who is told of deadlines. */
    public DeadlineHandler around(DeadlineHandler handler) {
        return new DeadlinePoints(this, handler);
    }

    /** Around everybody who writes down due work: a callback of Safaricom is stored with the work of reading it. */
    public DueWork around(DueWork work) {
        return new WrittenWorkPoints(this, work);
    }

    /** The two sides of the commit of the transaction that is under way. */
    void aroundCommit(String step) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                passed(step + BEFORE_COMMIT);
            }

            @Override
            public void afterCommit() {
                passed(step + AFTER_COMMIT);
            }
        });
    }
}
