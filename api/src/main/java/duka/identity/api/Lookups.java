package duka.identity.api;

/** Finds sealed values again: a keyed hash under which they can be stored, compared and made unique. */
public interface Lookups {

    /**
     * @param purpose keeps the hashes of different uses apart
     * @return 64 lower-case hex digits
     */
    String hmac(String purpose, String value);
}
