package duka.kernel.api;

/**
 * A question to read models that are filled at leisure, since whoever writes does not wait for them. They are brought up
 * to date before it is answered, so that it is answered by everything that was recorded before it was asked.
 */
public interface AsksForLatest {

    /** The processing group that fills what is asked. */
    String toldBy();
}
