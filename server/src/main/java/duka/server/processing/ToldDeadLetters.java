package duka.server.processing;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queue of dead letters that tells the batch what it set aside, so that nobody is told it can be read. */
final class ToldDeadLetters implements SequencedDeadLetterQueue<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ToldDeadLetters.class);

    private final String group;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final Turns turns;

    ToldDeadLetters(String group, SequencedDeadLetterQueue<EventMessage<?>> queue, Turns turns) {
        this.group = group;
        this.queue = queue;
        this.turns = turns;
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        queue.enqueue(sequence, letter);
        CurrentUnitOfWork.ifStarted(
                unit -> Bookkeeping.parked(unit, letter.message().getIdentifier()));
        LOG.error(
                "{} set aside {} of {}: {}",
                group,
                letter.message().getPayloadType().getSimpleName(),
                sequence,
                letter.cause()
                        .map(cause -> cause.type() + ": " + cause.message())
                        .orElse("follows another"));
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        queue.evict(letter);
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter, UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
        queue.requeue(letter, update);
    }

    /** Whoever is about to set an event aside behind others waits for a retry of these, and asks again. */
    @Override
    public boolean contains(Object sequence) {
        if (!queue.contains(sequence)) {
            return false;
        }
        turns.take(group, sequence.toString());
        return queue.contains(sequence);
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return queue.deadLetterSequence(sequence);
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return queue.deadLetters();
    }

    @Override
    public boolean isFull(Object sequence) {
        return queue.isFull(sequence);
    }

    @Override
    public long size() {
        return queue.size();
    }

    @Override
    public long sequenceSize(Object sequence) {
        return queue.sequenceSize(sequence);
    }

    @Override
    public long amountOfSequences() {
        return queue.amountOfSequences();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> which,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        return queue.process(which, task);
    }

    @Override
    public void clear() {
        queue.clear();
    }
}
