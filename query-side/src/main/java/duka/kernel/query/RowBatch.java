package duka.kernel.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The rows that one batch of events touches: each is read once, changed in memory by every event of it, and written once
 * before the commit. A change that fails is the fault of its event alone, since nothing was written yet.
 *
 * @param <K> what a row is known by
 * @param <R> the row
 */
public final class RowBatch<K, R> {

    private final Map<K, R> rows = new LinkedHashMap<>();
    private final Function<K, Optional<R>> load;

    private RowBatch(Function<K, Optional<R>> load) {
        this.load = load;
    }

    /**
     * The batch of this name in the unit of work at hand.
     *
     * @param load reads a row that is not in the batch yet
     * @param store writes all rows that were changed, once
     */
    public static <K, R> RowBatch<K, R> current(
            String name, Function<K, Optional<R>> load, Consumer<Collection<R>> store) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        return unit.getOrComputeResource("duka.rows." + name, key -> {
            RowBatch<K, R> batch = new RowBatch<>(load);
            unit.onPrepareCommit(committing -> store.accept(batch.rows.values()));
            return batch;
        });
    }

    public Optional<R> find(K key) {
        R changed = rows.get(key);
        return changed == null ? load.apply(key) : Optional.of(changed);
    }

    public void put(K key, R row) {
        rows.put(key, row);
    }
}
