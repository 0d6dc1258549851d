package duka.analytics.api;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How far apart the points of a series are, by the shop's clock and calendar. Weeks begin on Monday. */
public enum Interval {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(28));

    private final Duration shortest;

    Interval(Duration shortest) {
        this.shortest = shortest;
    }

    /** Where each point begins; the first may lie before the period, the points after it lie within. */
    public List<Instant> starts(Period period) {
        List<Instant> starts = new ArrayList<>();
        Instant end = period.end();
        ZonedDateTime next = floor(period.from()).atStartOfDay(period.zone());
        while (next.toInstant().isBefore(end)) {
            starts.add(next.toInstant());
            next = after(next);
        }
        return List.copyOf(starts);
    }

    /** At most so many points has a series of that period; asked before it is made. */
    public long mostPoints(Period period) {
        return Duration.between(period.start(), period.end()).dividedBy(shortest) + 2;
    }

    private LocalDate floor(LocalDate day) {
        return switch (this) {
            case HOUR, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private ZonedDateTime after(ZonedDateTime start) {
        LocalDate day = start.toLocalDate();
        return switch (this) {
            case HOUR -> start.plusHours(1);
            case DAY -> day.plusDays(1).atStartOfDay(start.getZone());
            case WEEK -> day.plusWeeks(1).atStartOfDay(start.getZone());
            case MONTH -> day.plusMonths(1).atStartOfDay(start.getZone());
        };
    }
}
