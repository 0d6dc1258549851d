package duka.analytics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of how products sell, as the description of the API shows it. */
record ProductPerformancePage(
        long count, @Nullable String next, @Nullable String previous, List<ProductPerformanceResponse> results) {}
