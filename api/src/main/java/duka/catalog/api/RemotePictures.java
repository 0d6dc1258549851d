package duka.catalog.api;

/** Pictures that lie on the servers of others. */
public interface RemotePictures {

    /**
     * The bytes of whatever lies there, as they came.
     *
     * @throws NotFetched if the address may not be reached, nobody answers in time, or it is no picture's size
     */
    byte[] fetch(String url);

    /** It could not be had; the message says why, for whoever named the address. */
    final class NotFetched extends RuntimeException {

        public NotFetched(String why) {
            super(why, null, false, false);
        }
    }
}
