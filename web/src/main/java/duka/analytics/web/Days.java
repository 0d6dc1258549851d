package duka.analytics.web;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which days are asked about, as an address says it.
 *
 * @param format {@code json}, or {@code csv} for a file
 */
record Days(
        @Parameter(
                description =
                        "The first day in the shop's time zone, such as 2026-11-01; 30 days with the last, if left out")
        @Nullable
        String from,

        @Parameter(description = "The last day, included; today, if left out") @Nullable
        String to,

        @Parameter(description = "json, or csv for a file") @Nullable
        String format) {}
