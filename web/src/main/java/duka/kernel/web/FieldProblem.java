package duka.kernel.web;

/**
 * One field of a request that cannot be taken.
 *
 * @param field its name as the caller wrote it, with dots and {@code [n]} into nested values
 * @param code stable, snake_case
 */
public record FieldProblem(String field, String code, String message) {}
