package duka.kernel.api;

/**
 * Which part of a list is wanted.
 *
 * @param page 1 for the first
 * @param size at most 100
 */
public record PageRequest(int page, int size) {

    public int offset() {
        return (page - 1) * size;
    }
}
