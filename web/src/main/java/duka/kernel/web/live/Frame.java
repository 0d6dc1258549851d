package duka.kernel.web.live;

/**
 * One message as it goes out, shared by all who read it.
 *
 * @param replayable whether its position is its own, and whoever has seen it is not shown it again
 */
record Frame(String text, long position, boolean replayable) {}
