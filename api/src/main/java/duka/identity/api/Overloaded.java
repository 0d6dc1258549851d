package duka.identity.api;

/** More people want to sign in than passwords can be checked at once: the caller should come back. */
public final class Overloaded extends RuntimeException {

    public Overloaded() {
        super("Too many passwords wait to be checked", null, false, false);
    }
}
