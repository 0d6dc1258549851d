package duka.review.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people say in and about reviews. */
final class ReviewRequests {

    private ReviewRequests() {}

    /** A new review. */
    record Write(
            @NotBlank String productId,
            @NotNull @Min(1) @Max(5) Integer rating,
            @Nullable @Size(max = 200) String title,
            @NotBlank @Size(max = 5_000) String body) {}

    /** @param isHidden for staff; left out it stays as it is */
    record Revise(
            @NotNull @Min(1) @Max(5) Integer rating,
            @Nullable @Size(max = 200) String title,
            @NotBlank @Size(max = 5_000) String body,
            @Nullable Boolean isHidden) {}
}
