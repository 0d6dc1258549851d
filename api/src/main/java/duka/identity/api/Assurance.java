package duka.identity.api;

/** How sure the shop is of who calls, beyond a good access token. */
public interface Assurance {

    /** Whether the caller proved anew in this session, by password or code, who they are, less than five minutes ago. */
    boolean isFresh(Caller caller);

    /** Whether the shop wants a second factor of its staff and this one of them has none yet. */
    boolean lacksSecondFactor(Caller caller);
}
