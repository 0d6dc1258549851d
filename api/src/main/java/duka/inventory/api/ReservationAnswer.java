package duka.inventory.api;

/** What a reservation came to. It is an answer and no exception: the checkout goes on either way. */
public sealed interface ReservationAnswer {

    /** The pieces are held, now or since an earlier time of asking. */
    record Reserved(int quantity) implements ReservationAnswer {}

    /** @param available how many could have been had */
    record Refused(int available) implements ReservationAnswer {}
}
