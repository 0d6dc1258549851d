package duka.kernel.web;

import duka.kernel.Rejection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} of a request; controllers take it as an argument. It is judged when it is asked, since whose the
 * thing is and whether the body can be read come first.
 */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:\\.[^\"]*)?\"");

    private final @Nullable String header;

    IfMatch(@Nullable String header) {
        this.header = header;
    }

    /**
     * The version that the caller last read, to be sent as the command's expected version; {@code null} if any will do.
     *
     * @throws Rejection {@code version_mismatch}, read as 412, for a tag that this server never gave
     */
    public @Nullable Long version() {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new Rejection(Rejection.VERSION_MISMATCH, "If-Match names no version of this.", Map.of());
        }
        return Long.valueOf(tag.group(1));
    }

    /** For resources that are not event-sourced. @throws Rejection if another version than this was expected */
    public void check(long actual) {
        Long expected = version();
        if (expected != null && expected != actual) {
            throw Rejection.versionMismatch(expected, actual);
        }
    }
}
