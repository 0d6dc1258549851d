package duka.analytics.web;

import duka.analytics.api.AnalyticsQuery.FindDashboard;
import duka.analytics.api.DashboardStats;
import duka.kernel.web.Queries;
import duka.kernel.web.live.LiveFigures;
import org.springframework.stereotype.Component;

/** The dashboard's figures of today, by the shop's calendar. */
@Component
class DashboardFigures implements LiveFigures {

    private final Queries queries;
    private final Periods periods;

    DashboardFigures(Queries queries, Periods periods) {
        this.queries = queries;
        this.periods = periods;
    }

    @Override
    public String group() {
        return "read.figures";
    }

    @Override
    public Object now() {
        return DashboardResponse.of(queries.ask(new FindDashboard(periods.today()), DashboardStats.class));
    }
}
