package duka.kernel.web;

import duka.kernel.Rejection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} of a request; controllers take it as an argument.
 *
 * @param version the version that the caller last read, to be sent as the command's expected version; {@code null} if
 *     any will do
 */
public record IfMatch(@Nullable Long version) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:\\.[^\"]*)?\"");

    /** @throws Rejection {@code version_mismatch}, read as 412, for a tag that this server never gave */
    static IfMatch parse(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return new IfMatch(null);
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new Rejection(Rejection.VERSION_MISMATCH, "If-Match names no version of this.", Map.of());
        }
        return new IfMatch(Long.valueOf(tag.group(1)));
    }

    /** For resources that are not event-sourced. @throws Rejection if another version than this was expected */
    public void check(long actual) {
        if (version != null && version != actual) {
            throw Rejection.versionMismatch(version, actual);
        }
    }
}
