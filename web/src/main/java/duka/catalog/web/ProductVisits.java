package duka.catalog.web;

import duka.catalog.api.ProductId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts how often products are looked at, per day of the shop. Views are added up here and written down every few
 * seconds: a crash loses the last ones, which nobody owes anybody.
 */
@Component
class ProductVisits {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<ProductId, Long> counted = new ConcurrentHashMap<>();

    ProductVisits(JdbcClient jdbc, Clock clock, @Value("${duka.time-zone:Africa/Nairobi}") ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    void count(ProductId product) {
        counted.merge(product, 1L, Long::sum);
    }

    @PreDestroy
    @Scheduled(fixedDelay = 5_000)
    void writeDown() {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        for (ProductId product : Set.copyOf(counted.keySet())) {
            Long views = counted.remove(product);
            if (views != null) {
                add(product, today, views);
            }
        }
    }

    private void add(ProductId product, LocalDate day, long views) {
        jdbc.sql("""
                        insert into edge.product_view (product_id, day, views) values (:product, :day, :views)
                        on conflict (product_id, day) do update set views = product_view.views + excluded.views
                        """)
                .param("product", product.value())
                .param("day", day)
                .param("views", views)
                .update();
    }
}
