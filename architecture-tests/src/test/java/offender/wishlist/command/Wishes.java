package offender.wishlist.command;

/** What another feature keeps to itself. */
public final class Wishes {

    public int count() {
        return 0;
    }
}
