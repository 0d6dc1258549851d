package duka.analytics.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What people did in the shop.
 *
 * @param views how often products were looked at
 * @param cartAdds how often something was put into a cart
 * @param checkoutsStarted orders placed in the period
 * @param checkoutsCompleted those of them that were confirmed
 * @param reviews written in the period and shown today
 * @param averageRating of these reviews, or {@code null} without any
 */
public record EngagementMetrics(
        long views,
        long cartAdds,
        long wishlistAdds,
        long checkoutsStarted,
        long checkoutsCompleted,
        long reviews,
        @Nullable BigDecimal averageRating) {}
