package duka.identity.api;

/** For connections that outlive a request: what their caller was when they began may end meanwhile. */
public interface Standing {

    /** Whether the caller's session is open and their role the same; an end is known here within five seconds. */
    boolean stillStands(Caller caller);
}
