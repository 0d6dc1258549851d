package duka.kernel;

import java.util.UUID;

/**
 * The identity of one thing, one record per kind of thing. {@code toString()} is the raw UUID, since the event store
 * keys streams by it and readers print it.
 */
public interface Id {

    UUID value();
}
