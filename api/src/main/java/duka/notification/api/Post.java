package duka.notification.api;

import duka.kernel.PhoneNumber;

/**
 * Hands messages to the outside, at most once per id: that one is about to go is written down and committed first, and
 * whoever finds that mark sends nothing. Called in no transaction, and from due work, which comes again.
 */
public interface Post {

    /**
     * Sends a mail, unless it was sent or begun before.
     *
     * @param id what it is about, never who
     * @throws NotPosted if it surely did not go out: it may be tried again
     */
    void mail(String id, String address, Letter letter);

    /**
     * Sends a text message, unless it was sent or begun before; silent in a shop without an SMS gateway.
     *
     * @param id what it is about, never who
     * @throws NotPosted if it surely did not go out: it may be tried again
     */
    void text(String id, PhoneNumber phone, Letter letter);
}
