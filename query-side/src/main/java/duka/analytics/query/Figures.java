package duka.analytics.query;

import duka.analytics.api.Period;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** How every figure is asked for and spelt: the period's bounds, the shop's currency, and how parts are rounded. */
@Component
class Figures {

    /** Orders that count in the period. */
    static final String COUNTED = "o.placed_at >= :start AND o.placed_at < :end AND o.confirmed IS NOT NULL";

    /** Money that came or went in the period. */
    static final String MOVED = "m.at >= :start AND m.at < :end AND m.counts";

    /** The same person ordered before the period. */
    static final String ORDERED_BEFORE = """
            EXISTS (SELECT 1 FROM read.figure_order earlier
                WHERE earlier.buyer_id = b.buyer_id AND earlier.placed_at < :start AND earlier.confirmed IS NOT NULL)""";

    private static final int RATE_DIGITS = 4;

    private final JdbcClient database;
    private final CurrencyCode currency;

    Figures(JdbcClient database, @Value("${duka.currency:KES}") String currency) {
        this.database = database;
        this.currency = new CurrencyCode(currency);
    }

    /** A question that may name {@code :start, :end} (moments) and {@code :first, :last} (days of the shop). */
    StatementSpec ask(String sql, Period period) {
        return database.sql(sql).params(bounds(period));
    }

    Money money(long minorUnits) {
        return new Money(minorUnits, currency);
    }

    /** What one of them comes to, to the nearest hundredth, halves up; zero if there is none. */
    Money average(long minorUnits, long count) {
        return money(
                count == 0
                        ? 0
                        : BigDecimal.valueOf(minorUnits)
                                .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
                                .longValueExact());
    }

    /** With four decimals, halves up; 0 of nothing. */
    static BigDecimal rate(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(RATE_DIGITS)
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATE_DIGITS, RoundingMode.HALF_UP);
    }

    /** The same, but never more than all: not every order is of somebody who was seen to look. */
    static BigDecimal share(long part, long whole) {
        return rate(Math.min(part, whole), whole);
    }

    /** A list of moments as PostgreSQL reads it. */
    static String moments(Collection<Instant> moments) {
        return moments.stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Object> bounds(Period period) {
        return Map.of(
                "start", Timestamp.from(period.start()),
                "end", Timestamp.from(period.end()),
                "first", period.from(),
                "last", period.to());
    }
}
