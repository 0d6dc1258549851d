package duka.analytics.web;

import duka.analytics.api.EngagementMetrics;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people did in the shop, and how far they went. */
record EngagementResponse(
        long reviews,
        @Nullable BigDecimal averageRating,
        long wishlistAdds,
        long cartAdds,
        long checkoutsStarted,
        long checkoutsCompleted,
        List<Step> funnel) {

    record Step(String step, long count) {}

    static EngagementResponse of(EngagementMetrics metrics) {
        return new EngagementResponse(
                metrics.reviews(),
                metrics.averageRating(),
                metrics.wishlistAdds(),
                metrics.cartAdds(),
                metrics.checkoutsStarted(),
                metrics.checkoutsCompleted(),
                List.of(
                        new Step("product_views", metrics.views()),
                        new Step("cart_adds", metrics.cartAdds()),
                        new Step("checkouts_started", metrics.checkoutsStarted()),
                        new Step("checkouts_completed", metrics.checkoutsCompleted())));
    }

    CsvFile csv() {
        return new CsvFile("engagement", "figure", "value")
                .row("product_views", funnel.getFirst().count())
                .row("cart_adds", cartAdds)
                .row("wishlist_adds", wishlistAdds)
                .row("checkouts_started", checkoutsStarted)
                .row("checkouts_completed", checkoutsCompleted)
                .row("reviews", reviews)
                .row("average_rating", averageRating);
    }
}
