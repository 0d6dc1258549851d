package duka.kernel.web;

import java.util.Arrays;
import org.springframework.http.ResponseEntity;

/**
 * {@code ETag: "<version>.<representation>"}: the version counts edits of the resource itself, the representation
 * changes with anything shown. On GET, {@code If-None-Match} is answered with 304 by itself.
 */
public final class Etags {

    private Etags() {}

    /** 200 with the resource and its tag. */
    public static <T> ResponseEntity<T> ok(long version, Object representation, T body) {
        return on(ResponseEntity.ok(), version, representation).body(body);
    }

    public static ResponseEntity.BodyBuilder on(
            ResponseEntity.BodyBuilder response, long version, Object representation) {
        return response.eTag("\"" + version + "." + representation + "\"");
    }

    /** A representation for resources that keep no count of it: a hash of all that is shown. */
    public static String representation(Object... shown) {
        return Integer.toHexString(Arrays.deepHashCode(shown));
    }
}
