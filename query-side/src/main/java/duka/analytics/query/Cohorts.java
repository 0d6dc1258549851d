package duka.analytics.query;

import duka.analytics.api.CustomerBehavior.Cohort;
import duka.analytics.api.Interval;
import duka.analytics.api.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who ordered first in a month, and which part of them came back in each month after it. */
@Component
class Cohorts {

    /** The period is that of whole months, so that nobody looks new who had ordered earlier in the first of them. */
    private static final String ACTIVE = """
            WITH active AS (
                SELECT DISTINCT o.buyer_id, width_bucket(o.placed_at, CAST(:months AS timestamptz[])) AS month
                FROM read.figure_order o WHERE %s AND NOT o.guest),
            b AS (SELECT buyer_id, min(month) AS month FROM active GROUP BY buyer_id)
            SELECT b.month, active.month, count(*)
            FROM b JOIN active ON active.buyer_id = b.buyer_id
            WHERE NOT %s GROUP BY 1, 2""".formatted(Figures.COUNTED, Figures.ORDERED_BEFORE);

    private final Figures figures;

    Cohorts(Figures figures) {
        this.figures = figures;
    }

    List<Cohort> of(Period period) {
        List<Instant> months = Interval.MONTH.starts(period);
        Period whole = new Period(period.from().withDayOfMonth(1), period.to(), period.zone());
        long[][] active = new long[months.size()][months.size()];
        figures.ask(ACTIVE, whole).param("months", Figures.moments(months)).query(row -> {
            active[row.getInt(1) - 1][row.getInt(2) - 1] = row.getLong(3);
        });
        List<Cohort> cohorts = new ArrayList<>();
        for (int first = 0; first < months.size(); first++) {
            long size = active[first][first];
            List<BigDecimal> retention = new ArrayList<>();
            for (int month = first; month < months.size(); month++) {
                retention.add(Figures.rate(active[first][month], size));
            }
            YearMonth name = YearMonth.from(months.get(first).atZone(period.zone()));
            cohorts.add(new Cohort(name, size, List.copyOf(retention)));
        }
        return List.copyOf(cohorts);
    }
}
