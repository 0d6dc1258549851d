package offender.review.api;

/** Breaks: every package says what null means in it. Its package says nothing. */
public record Unmarked(String text) {}
