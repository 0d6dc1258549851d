package duka.notification.api;

import java.io.Serial;

/** A message did not go out, and nobody has it. It tells nothing about its reader: it ends up in logs. */
public final class NotPosted extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotPosted(String why) {
        super(why, null, false, false);
    }
}
