package duka.catalog.api;

import duka.kernel.Id;
import java.util.UUID;

/** One picture of one product. */
public record ImageId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
