package duka.kernel.web;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A request body that is read and validated when the controller asks for it. Endpoints that are judged by the owner of
 * a thing take this instead of {@code @RequestBody}: then a stranger reads 404 before anything is said about the body.
 */
public final class Body<T> {

    private final BooleanSupplier written;
    private final Supplier<T> reader;
    private final UnaryOperator<T> merger;

    /**
     * @param written whether the request has a body at all
     * @param merger lays the fields that the caller wrote over a record of the same kind, and validates the whole
     */
    Body(BooleanSupplier written, Supplier<T> reader, UnaryOperator<T> merger) {
        this.written = written;
        this.reader = reader;
        this.merger = merger;
    }

    /** @throws InvalidInput if it is malformed or a constraint of its record does not hold */
    public T read() {
        return reader.get();
    }

    /** Reads a body that may be left out; {@code otherwise} stands for it then. */
    public T readOr(T otherwise) {
        return written.getAsBoolean() ? reader.get() : otherwise;
    }

    /**
     * Reads a PATCH: what the caller wrote replaces those fields of {@code current}, a written {@code null} empties one,
     * and what was left out stays. Nested objects are replaced as a whole.
     *
     * @throws InvalidInput if it is malformed or a constraint of the record does not hold afterwards
     */
    public T over(T current) {
        return merger.apply(current);
    }
}
