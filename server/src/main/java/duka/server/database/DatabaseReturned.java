package duka.server.database;

/**
 * The database was away and is back. What was committed last without waiting for the disk may be gone: whoever keeps in
 * memory how far it came looks again.
 */
public record DatabaseReturned() {}
