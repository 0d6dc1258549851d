package duka.kernel.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param count of the whole list
 */
public record Listed<T>(long count, List<T> results) {}
