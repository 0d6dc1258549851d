package duka.analytics.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days of the shop.
 *
 * @param to the last day, which is included; not before {@code from}
 * @param zone where the shop's days begin
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end before it begins: " + from + " to " + to);
        }
    }

    public static Period ofDay(LocalDate day, ZoneId zone) {
        return new Period(day, day, zone);
    }

    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment that is no longer in it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days, up to the day before this one begins. */
    public Period previous() {
        return new Period(from.minusDays(days()), from.minusDays(1), zone);
    }
}
