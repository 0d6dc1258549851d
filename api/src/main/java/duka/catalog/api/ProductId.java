package duka.catalog.api;

import duka.kernel.Id;
import java.util.UUID;

/** One product, with all its variants. */
public record ProductId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
