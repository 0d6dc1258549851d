package duka.harness;

import static org.assertj.core.api.Assertions.assertThat;

import duka.harness.RetailHistory.Excluded;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RetailHistoryTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String SALE = "536365,71053,LANTERN,6,2010-12-01T08:26:00,3.39,17850,United Kingdom\n";

    /** The figures were made by docs/check-history.py, which shares no code with this. */
    @Test
    void an_extract_adds_up_to_what_an_independent_script_found() throws IOException {
        RetailHistory history = extract();
        JsonNode expected;
        try (InputStream file = resource("/past-trade-figures.json")) {
            expected = Http.JSON.readTree(file);
        }
        assertThat(figures(history)).isEqualTo(expected);
    }

    @Test
    void goods_come_back_for_an_earlier_purchase_alone() throws IOException {
        String early = "C536300,71053,LANTERN,-1,2010-11-30T08:26:00,3.39,17850,United Kingdom\n";
        String strange = "C536400,71053,LANTERN,-1,2010-12-02T08:26:00,3.39,1,United Kingdom\n";
        String dearer = "C536401,71053,LANTERN,-1,2010-12-02T08:26:00,4.39,17850,United Kingdom\n";
        String all = "C536402,71053,LANTERN,-6,2010-12-02T08:26:00,3.39,17850,United Kingdom\n";
        String more = "C536403,71053,LANTERN,-1,2010-12-03T08:26:00,3.39,17850,United Kingdom\n";
        RetailHistory history = read(early + SALE + strange + dearer + all + more);
        assertThat(history.credits())
                .singleElement()
                .satisfies(credit -> assertThat(credit.amount()).isEqualTo(6 * 441));
        assertThat(history.excluded())
                .extracting(Excluded::number)
                .containsExactly("C536300", "C536400", "C536401", "C536403");
        assertThat(history.excluded()).extracting(Excluded::reason).containsOnly("no_earlier_purchase");
    }

    @Test
    void what_is_no_trade_is_left_out_with_its_reason() throws IOException {
        RetailHistory history = read(SALE
                + "A536366,71053,LANTERN,1,2010-12-01T08:26:00,3.39,,EIRE\n"
                + "536366,POST,POSTAGE,1,2010-12-01T08:26:00,3.39,,EIRE\n"
                + "536366,71053,LANTERN,1,2010-12-01T08:26:00,0,,EIRE\n"
                + "536366,71053,LANTERN,-1,2010-12-01T08:26:00,3.39,,EIRE\n"
                + "536366,71053,LANTERN,1000,2010-12-01T08:26:00,3.39,,EIRE\n"
                + "536366,71053,LANTERN,many,2010-12-01T08:26:00,3.39,,EIRE\n");
        assertThat(history.excluded())
                .extracting(Excluded::reason)
                .containsExactly(
                        "no_invoice", "no_product", "no_price", "wrong_sign", "quantity_over_999", "not_readable");
        assertThat(history.invoices())
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.country()).isEqualTo("GB"));
        assertThat(history.invoices().getFirst().occurredAt()).isEqualTo("2010-12-01T05:26:00Z");
    }

    private static JsonNode figures(RetailHistory history) {
        Map<String, Month> months = new TreeMap<>();
        Map<String, Integer> units = new TreeMap<>();
        for (RetailHistory.Invoice invoice : history.invoices()) {
            Month month = months.computeIfAbsent(invoice.at().toString().substring(0, 7), none -> new Month());
            month.orders++;
            month.customers.add(Objects.requireNonNullElse(invoice.customer(), "buyer of " + invoice.number()));
            for (RetailHistory.Line line : invoice.lines()) {
                month.paid += line.quantity() * line.price();
                units.merge(line.sku(), line.quantity(), Integer::sum);
            }
        }
        for (RetailHistory.Credit credit : history.credits()) {
            months.computeIfAbsent(credit.at().toString().substring(0, 7), none -> new Month()).refunded +=
                    credit.amount();
        }
        Map<String, Object> shown = new TreeMap<>();
        months.forEach((name, month) -> shown.put(name, month.shown()));
        Map<String, Object> figures = new HashMap<>();
        figures.put("orders", history.invoices().size());
        figures.put("refunds", history.credits().size());
        figures.put("excluded_lines", history.excluded().size());
        figures.put("months", shown);
        figures.put("units", units);
        return Http.JSON.readTree(Http.JSON.writeValueAsString(figures));
    }

    private static final class Month {

        private int orders;
        private long paid;
        private long refunded;
        private final Set<String> customers = new HashSet<>();

        private Map<String, Object> shown() {
            return Map.of("orders", orders, "paid", paid, "refunded", refunded, "customers", customers.size());
        }
    }

    private static RetailHistory extract() throws IOException {
        Set<String> products;
        try (Reader csv = new InputStreamReader(resource("/past-trade-extract.csv"), StandardCharsets.UTF_8)) {
            products = RetailExport.read(csv).products().stream()
                    .map(RetailExport.Product::sku)
                    .collect(Collectors.toSet());
        }
        try (Reader csv = new InputStreamReader(resource("/past-trade-extract.csv"), StandardCharsets.UTF_8)) {
            return RetailHistory.read(csv, products);
        }
    }

    private static RetailHistory read(String lines) throws IOException {
        return RetailHistory.read(new StringReader(HEADER + lines), Set.of("71053"));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(RetailHistoryTest.class.getResourceAsStream(name));
    }
}
