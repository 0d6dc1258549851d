package duka.kernel.web;

import java.util.function.Supplier;

/**
 * A request body that is read and validated when the controller asks for it. Endpoints that are judged by the owner of
 * a thing take this instead of {@code @RequestBody}: then a stranger reads 404 before anything is said about the body.
 */
public final class Body<T> {

    private final Supplier<T> reader;

    Body(Supplier<T> reader) {
        this.reader = reader;
    }

    /** @throws InvalidInput if it is malformed or a constraint of its record does not hold */
    public T read() {
        return reader.get();
    }
}
