package duka.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PastMonthsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<Neighbour> PEOPLE = Neighbour.earlier(LivelyPast.PEOPLE);

    private static final List<JsonNode> PRODUCTS = IntStream.range(0, 40)
            .mapToObj(n ->
                    Http.JSON.readTree("{\"sku\":\"P%d\",\"price\":{\"amount\":\"%d.00\"}}".formatted(n, 100 + n * 37)))
            .toList();

    private final PastMonths.Trade trade = invent();

    @Test
    void it_is_the_same_in_every_run() {
        assertThat(invent()).isEqualTo(trade);
    }

    @Test
    void half_a_year_has_hundreds_of_orders_and_all_of_them_lie_in_the_past() {
        assertThat(trade.invoices()).hasSizeBetween(600, 1_000);
        Instant end = TODAY.atStartOfDay(PastMonths.ZONE).toInstant();
        assertThat(trade.invoices())
                .extracting(invoice -> at(invoice))
                .allMatch(at -> at.isBefore(end))
                .anyMatch(at -> at.isAfter(end.minusSeconds(86_400)));
        assertThat(trade.invoices()).extracting("number").doesNotHaveDuplicates();
    }

    @Test
    void it_grows_and_is_best_in_the_evening() {
        Map<Integer, Long> byHour = trade.invoices().stream()
                .collect(Collectors.groupingBy(
                        invoice -> at(invoice).atZone(PastMonths.ZONE).getHour(), TreeMap::new, Collectors.counting()));
        assertThat(byHour.getOrDefault(20, 0L)).isGreaterThan(2 * byHour.getOrDefault(9, 0L));
        Instant middle = TODAY.minusDays(90).atStartOfDay(PastMonths.ZONE).toInstant();
        long early = trade.invoices().stream()
                .filter(invoice -> at(invoice).isBefore(middle))
                .count();
        assertThat(trade.invoices().size() - early).isGreaterThan(early);
    }

    @Test
    void most_of_it_went_well() {
        Map<Object, Long> ends = trade.invoices().stream()
                .collect(Collectors.groupingBy(invoice -> invoice.get("end"), Collectors.counting()));
        assertThat(ends).containsOnlyKeys("completed", "called_off", "not_paid", "out_of_stock");
        assertThat(ends.get("completed")).isGreaterThan(trade.invoices().size() * 8L / 10);
        assertThat(trade.credits()).hasSizeBetween(15, 80);
    }

    private static Instant at(Map<String, Object> invoice) {
        return Instant.parse((String) invoice.get("occurred_at"));
    }

    private static PastMonths.Trade invent() {
        Map<String, String> accounts =
                PEOPLE.stream().collect(Collectors.toMap(Neighbour::email, one -> "account-" + one.number()));
        return PastMonths.before(TODAY, LivelyPast.DAYS, PRODUCTS, PEOPLE, accounts);
    }
}
