package duka.kernel;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that says something about a person. Wherever it is written down it is sealed under that person's key; once
 * the key is destroyed it reads as erased.
 *
 * @param owner the person it tells about, who may have it erased
 * @param value the text, or {@code null} once it is erased
 */
public record Personal(PersonId owner, @Nullable String value) {

    public static Personal of(PersonId owner, String value) {
        return new Personal(owner, Objects.requireNonNull(value));
    }

    public Optional<String> reveal() {
        return Optional.ofNullable(value);
    }

    /** Never the value: this ends up in logs. */
    @Override
    public String toString() {
        return "Personal[" + owner + "]";
    }
}
