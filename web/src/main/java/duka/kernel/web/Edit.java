package duka.kernel.web;

import org.jspecify.annotations.Nullable;

/**
 * A field of a PATCH: left out, or given a value, which may be {@code null}. Usable as a component of a request record.
 *
 * @param given whether the caller wrote the field at all
 */
public record Edit<T>(boolean given, @Nullable T value) {

    private static final Edit<?> LEFT_OUT = new Edit<>(false, null);

    @SuppressWarnings("unchecked") // an Edit without a value is of every type
    public static <T> Edit<T> leftOut() {
        return (Edit<T>) LEFT_OUT;
    }

    public static <T> Edit<T> to(@Nullable T value) {
        return new Edit<>(true, value);
    }

    /** The new value if the field was given, else what is there now. */
    public @Nullable T orKeep(@Nullable T current) {
        return given ? value : current;
    }

    /** As {@link #orKeep}, for a field that can be changed and not removed. @throws InvalidInput if it was given null */
    public T orKeepRequired(T current, String field) {
        if (!given) {
            return current;
        }
        if (value == null) {
            throw InvalidInput.field(field, "required", "It cannot be removed.");
        }
        return value;
    }
}
