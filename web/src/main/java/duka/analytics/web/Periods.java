package duka.analytics.web;

import duka.analytics.api.Interval;
import duka.analytics.api.Period;
import duka.kernel.web.FieldProblem;
import duka.kernel.web.InvalidInput;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads periods by the shop's calendar, and refuses what nobody can mean. */
@Component
class Periods {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int EARLIEST_YEAR = 1970;
    private static final int USUAL_DAYS = 30;

    /** Ten years. */
    private static final int MOST_DAYS = 3_660;

    /** Three years by days, or a month and a half by hours. */
    private static final int MOST_POINTS = 1_100;

    private final Clock clock;
    private final ZoneId zone;

    Periods(Clock clock, @Value("${duka.time-zone:Africa/Nairobi}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws InvalidInput {@code date_invalid}, {@code period_invalid} or {@code period_too_long} */
    Period of(Days days) {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate from = day(days.from(), "from", problems);
        LocalDate to = day(days.to(), "to", problems);
        if (problems.size() == 1) {
            FieldProblem only = problems.getFirst();
            throw InvalidInput.field(only.field(), only.code(), only.message());
        }
        if (!problems.isEmpty()) {
            throw InvalidInput.fields(problems);
        }
        LocalDate last = to == null ? LocalDate.now(clock.withZone(zone)) : to;
        return bounded(from == null ? last.minusDays(USUAL_DAYS - 1L) : from, last);
    }

    Period today() {
        LocalDate day = LocalDate.now(clock.withZone(zone));
        return new Period(day, day, zone);
    }

    /** @throws InvalidInput {@code unknown_value}, or {@code too_many_points} for a series that nobody could read */
    static Interval interval(@Nullable String written, Period period) {
        Interval interval = oneOf(Interval.values(), written == null ? "day" : written, "interval");
        if (interval.mostPoints(period) > MOST_POINTS) {
            throw InvalidInput.field(
                    "interval",
                    "too_many_points",
                    "A series has at most " + MOST_POINTS + " points; take a longer one.");
        }
        return interval;
    }

    /** @throws InvalidInput {@code unknown_value}, naming those that are known */
    static <E extends Enum<E>> E oneOf(E[] all, String written, String field) {
        return Arrays.stream(all)
                .filter(constant -> lower(constant).equals(written))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field(
                        field,
                        "unknown_value",
                        "Allowed are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(all).map(Periods::lower).toList()) + "."));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Period bounded(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw InvalidInput.field("from", "period_invalid", "A period cannot end before it begins.");
        }
        Period period = new Period(from, to, zone);
        if (period.days() > MOST_DAYS) {
            throw InvalidInput.field("from", "period_too_long", "A period has at most " + MOST_DAYS + " days.");
        }
        return period;
    }

    private static @Nullable LocalDate day(@Nullable String written, String field, List<FieldProblem> problems) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            if (DATE.matcher(written).matches()) {
                LocalDate day = LocalDate.parse(written);
                if (day.getYear() >= EARLIEST_YEAR) {
                    return day;
                }
            }
        } catch (DateTimeException e) {
            // It looks like a date and is none, such as 30 February: refused with the others.
        }
        problems.add(new FieldProblem(
                field, "date_invalid", "A date such as 2026-11-23, not before " + EARLIEST_YEAR + "."));
        return null;
    }
}
