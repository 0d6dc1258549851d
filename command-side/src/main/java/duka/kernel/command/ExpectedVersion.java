package duka.kernel.command;

import duka.kernel.Rejection;
import org.jspecify.annotations.Nullable;

/** What a caller believes to be the newest version of the thing that it edits. */
public final class ExpectedVersion {

    private ExpectedVersion() {}

    /**
     * Refuses an edit of something that was edited by somebody else since the caller read it.
     *
     * @param expected what the caller read, or {@code null} if it does not care
     * @throws Rejection {@code version_mismatch}
     */
    public static void require(@Nullable Long expected, long actual) {
        if (expected != null && expected != actual) {
            throw Rejection.versionMismatch(expected, actual);
        }
    }
}
