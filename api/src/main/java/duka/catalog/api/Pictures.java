package duka.catalog.api;

/** The shop's pictures. They lie outside of the history, which names them by their keys. */
public interface Pictures {

    /**
     * Keeps a picture in every size that it is shown in; when this returns it is there to stay. The same bytes are the
     * same picture, however often they come.
     *
     * @throws java.io.UncheckedIOException if it cannot be written now
     */
    Outcome keep(byte[] upload);

    /** What became of an upload. */
    sealed interface Outcome {

        /**
         * @param width in pixels, of the largest size that is kept
         * @param height in pixels, of the largest size that is kept
         */
        record Kept(String key, int width, int height) implements Outcome {}

        record Refused(Fault fault) implements Outcome {}
    }

    /** Why an upload is no picture for this shop. */
    enum Fault {
        /** Its content is neither PNG nor JPEG nor WebP, whatever it is called. */
        UNKNOWN_KIND,
        /** It begins as a picture and cannot be read to its end. */
        BROKEN,
        /** It has more pixels than are taken in. */
        TOO_MANY_PIXELS
    }
}
