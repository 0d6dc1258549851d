package duka.review.api;

import duka.kernel.Personal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a review says. Its words are published by their author's will and stay when the person is erased; the name goes.
 *
 * @param author the name to show, such as {@code Wanjiku K.}
 * @param rating 1 to 5
 */
public record ReviewContent(
        Personal author, int rating, @Nullable String title, String body) {

    /** Whether it says the same, whoever is named as its author. */
    public boolean saysTheSameAs(ReviewContent other) {
        return rating == other.rating && body.equals(other.body) && Objects.equals(title, other.title);
    }
}
