package duka.server.testing;

import duka.catalog.api.CategoryEvent.CategoryCreated;
import duka.catalog.api.CategoryEvent.CategoryRevised;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** A read model that cannot deal with one kind of name. */
@Component
@ProcessingGroup("read.stubborn")
public class StubbornReader {

    public static final String POISON = "Poison";

    /** What it can read, and not write down. */
    public static final String UNWRITABLE = "Unwritable";

    private final List<String> names = new CopyOnWriteArrayList<>();
    private final List<String> tolerated = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(CategoryCreated event) {
        read(event.name());
    }

    @EventHandler
    void on(CategoryRevised event) {
        read(event.name());
    }

    private void read(String name) {
        if (name.startsWith(UNWRITABLE)) {
            CurrentUnitOfWork.get().root().onPrepareCommit(batch -> write(name));
            return;
        }
        if (name.startsWith(POISON) && !tolerated.contains(name)) {
            throw new IllegalStateException("Cannot stand " + POISON);
        }
        names.add(name);
    }

    private void write(String name) {
        if (!tolerated.contains(name)) {
            throw new IllegalStateException("Cannot write " + UNWRITABLE);
        }
        names.add(name);
    }

    /** From now on it can deal with this one. */
    public void tolerate(String name) {
        tolerated.add(name);
    }

    public List<String> names() {
        return names;
    }
}
