package duka.server.testing;

import duka.catalog.api.CategoryEvent.CategoryCreated;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** A read model that cannot deal with one kind of name. */
@Component
@ProcessingGroup("read.stubborn")
public class StubbornReader {

    public static final String POISON = "Poison";

    private final List<String> names = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(CategoryCreated event) {
        if (event.name().startsWith(POISON)) {
            throw new IllegalStateException("Cannot stand " + POISON);
        }
        names.add(event.name());
    }

    public List<String> names() {
        return names;
    }
}
