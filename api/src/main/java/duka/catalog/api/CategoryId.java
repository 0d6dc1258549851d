package duka.catalog.api;

import duka.kernel.Id;
import java.util.UUID;

/** One category. */
public record CategoryId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
