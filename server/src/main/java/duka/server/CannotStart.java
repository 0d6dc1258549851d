package duka.server;

import org.jspecify.annotations.Nullable;

/** The server cannot or must not run like this; the message is one clear line for whoever starts it. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        this(message, null);
    }

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
