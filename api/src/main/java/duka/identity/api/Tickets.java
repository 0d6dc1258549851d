package duka.identity.api;

import java.util.Optional;

/** What stands for a signed-in person where no header can be sent: in the address of a stream, once and for 30 seconds. */
public interface Tickets {

    /** @return 128 random bits or more, safe in an address */
    String issue(Caller caller);

    /** Whose ticket it is, or nothing if it was used, is too old or never was one. It is used up by this. */
    Optional<Caller> redeem(String ticket);
}
