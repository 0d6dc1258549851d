package duka.harness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Invents the trade of the months before a day: it grows, rests on Sundays, is best on Saturdays, after payday and in the
 * evening. The same days, people and goods give the same trade.
 */
final class PastMonths {

    static final ZoneId ZONE = ZoneId.of("Africa/Nairobi");

    private static final long SEED = 254L;
    private static final double FIRST_DAYS_ORDERS = 2.6;
    private static final double GROWTH = 1.3;
    private static final double PAYDAY = 1.3;
    private static final int PAYDAY_FROM = 28;
    private static final int PAYDAY_TO = 3;

    /** How many of a hundred orders fall into each hour of a day. */
    private static final int[] HOURS = {1, 0, 0, 0, 0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 4, 4, 4, 6, 8, 11, 12, 8, 4, 2};

    private final List<JsonNode> products;
    private final List<Neighbour> people;
    private final Map<String, String> accounts;
    private final LocalDate until;
    private final int days;
    private final List<Map<String, Object>> invoices = new ArrayList<>();
    private final List<Map<String, Object>> credits = new ArrayList<>();

    private PastMonths(
            List<JsonNode> products, List<Neighbour> people, Map<String, String> accounts, LocalDate until, int days) {
        this.products = byLiking(products);
        this.people = people;
        this.accounts = accounts;
        this.until = until;
        this.days = days;
    }

    /** As the import takes it. */
    record Trade(List<Map<String, Object>> invoices, List<Map<String, Object>> credits) {}

    /**
     * @param people by when they first came
     * @param accounts the ids of their accounts, by e-mail
     * @param until the first day of which nothing is invented
     */
    static Trade before(
            LocalDate until, int days, List<JsonNode> products, List<Neighbour> people, Map<String, String> accounts) {
        PastMonths months = new PastMonths(products, people, accounts, until, days);
        for (int day = 0; day < days; day++) {
            months.sell(day);
        }
        return new Trade(List.copyOf(months.invoices), List.copyOf(months.credits));
    }

    private static List<JsonNode> byLiking(List<JsonNode> products) {
        List<JsonNode> liked = new ArrayList<>(products);
        liked.sort(Comparator.comparing(product -> product.path("sku").asString()));
        Collections.shuffle(liked, new Random(SEED));
        return liked;
    }

    private void sell(int day) {
        LocalDate date = until.minusDays(days - (long) day);
        Random dice = new Random(SEED * 1_000_003L + day);
        int count = (int) (expected(day, date) + dice.nextDouble());
        for (int n = 0; n < count; n++) {
            sell(day, n, at(date, dice), dice);
        }
    }

    private double expected(int day, LocalDate date) {
        double grown = FIRST_DAYS_ORDERS * (1 + GROWTH * day / days);
        int dayOfMonth = date.getDayOfMonth();
        boolean payday = dayOfMonth >= PAYDAY_FROM || dayOfMonth <= PAYDAY_TO;
        return grown * ofWeek(date.getDayOfWeek()) * (payday ? PAYDAY : 1);
    }

    private static double ofWeek(DayOfWeek day) {
        return switch (day) {
            case MONDAY, TUESDAY -> 0.9;
            case WEDNESDAY, THURSDAY -> 1;
            case FRIDAY -> 1.25;
            case SATURDAY -> 1.4;
            case SUNDAY -> 0.75;
        };
    }

    private static Instant at(LocalDate date, Random dice) {
        int left = dice.nextInt(100);
        int hour = 0;
        while (left >= HOURS[hour]) {
            left -= HOURS[hour++];
        }
        return date.atTime(hour, dice.nextInt(60), dice.nextInt(60))
                .atZone(ZONE)
                .toInstant();
    }

    private void sell(int day, int n, Instant at, Random dice) {
        String number = "lively-%03d-%02d".formatted(day, n);
        Neighbour buyer = buyer(day, dice);
        List<Line> lines = lines(day, dice);
        String end = end(dice.nextInt(100));
        Map<String, Object> invoice = new LinkedHashMap<>();
        invoice.put("number", number);
        invoice.put("customer_id", Objects.requireNonNull(accounts.get(buyer.email())));
        invoice.put("shipping_address", buyer.address());
        invoice.put("country", "KE");
        invoice.put("occurred_at", at.toString());
        invoice.put("lines", lines.stream().map(Line::json).toList());
        invoice.put("end", end);
        invoices.add(invoice);
        if (end.equals("completed")) {
            mayComeBack(number, lines, at, dice);
        }
    }

    /** Of those who came by then, the first come most often. */
    private Neighbour buyer(int day, Random dice) {
        int came = Math.clamp(1 + (long) people.size() * (day + 5) / days, 1, people.size());
        return people.get((int) (came * Math.pow(dice.nextDouble(), 1.4)));
    }

    private List<Line> lines(int day, Random dice) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (int item = dice.nextInt(4); item >= 0; item--) {
            JsonNode product = products.get((int) (products.size() * Math.pow(dice.nextDouble(), 1.7)));
            String sku = product.path("sku").asString();
            lines.putIfAbsent(sku, new Line(sku, 1 + dice.nextInt(3), price(product, day)));
        }
        return List.copyOf(lines.values());
    }

    /** What it cost then: all was a little cheaper in the first half. */
    private long price(JsonNode product, int day) {
        BigDecimal today = new BigDecimal(product.path("price").path("amount").asString());
        BigDecimal then = day < days / 2 ? today.multiply(new BigDecimal("0.95")) : today;
        return Math.max(1, then.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static String end(int roll) {
        return roll < 89 ? "completed" : roll < 93 ? "called_off" : roll < 97 ? "not_paid" : "out_of_stock";
    }

    /** A few send all of it back, or a piece. */
    private void mayComeBack(String number, List<Line> lines, Instant at, Random dice) {
        int roll = dice.nextInt(100);
        Instant back = at.plusSeconds((2 + dice.nextInt(8)) * 86_400L + dice.nextInt(20_000));
        if (roll >= 6 || !back.isBefore(until.atStartOfDay(ZONE).toInstant())) {
            return;
        }
        long amount = roll < 2
                ? lines.stream()
                        .mapToLong(line -> line.price() * line.quantity())
                        .sum()
                : lines.getFirst().price();
        credits.add(Map.of(
                "number", "b-" + number, "invoice", number, "amount", kes(amount), "occurred_at", back.toString()));
    }

    private static Map<String, String> kes(long shillings) {
        return Map.of("amount", shillings + ".00", "currency", "KES");
    }

    private record Line(String sku, int quantity, long price) {

        Map<String, Object> json() {
            return Map.of("sku", sku, "quantity", quantity, "unit_price", kes(price));
        }
    }
}
