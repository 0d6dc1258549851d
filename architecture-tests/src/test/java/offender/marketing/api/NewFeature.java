package offender.marketing.api;

/** Breaks: every package is of a known feature. */
public record NewFeature(String name) {}
