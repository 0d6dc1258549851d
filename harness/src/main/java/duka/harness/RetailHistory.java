package duka.harness;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the invoices and credits of a retail export by the rules of {@code docs/domain/import.md}. */
final class RetailHistory {

    private static final Pattern NUMBER = Pattern.compile("C?\\d{6}");
    private static final ZoneId ZONE = ZoneId.of("Africa/Nairobi");
    private static final int MOST_PIECES = 999;

    private final Set<String> products;
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final List<Returned> returns = new ArrayList<>();
    private final Map<String, Credit> credits = new LinkedHashMap<>();
    private final List<Excluded> excluded = new ArrayList<>();

    private RetailHistory(Set<String> products) {
        this.products = products;
    }

    /** @param price in whole shillings */
    record Line(String sku, int quantity, long price) {}

    /** @param customer {@code null} for somebody unknown */
    record Invoice(String number, @Nullable String customer, String country, LocalDateTime at, List<Line> lines) {

        Instant occurredAt() {
            return at.atZone(ZONE).toInstant();
        }
    }

    /**
     * Money back for one invoice.
     *
     * @param amount in whole shillings
     */
    record Credit(String number, String invoice, LocalDateTime at, long amount) {

        Instant occurredAt() {
            return at.atZone(ZONE).toInstant();
        }

        private Credit plus(long more) {
            return new Credit(number, invoice, at, amount + more);
        }
    }

    /**
     * A line that is not taken.
     *
     * @param line in the file, its heading being the first
     */
    record Excluded(long line, String number, String sku, String reason) {}

    private record Returned(long line, String number, String customer, LocalDateTime at, Line goods) {}

    /** @param products the codes that are products */
    static RetailHistory read(Reader csv, Set<String> products) throws IOException {
        RetailHistory history = new RetailHistory(products);
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(csv)) {
            for (CSVRecord line : parser) {
                history.take(line);
            }
        }
        Map<Pieces, Integer> left = history.sold();
        history.returns.forEach(returned -> history.giveBack(returned, left));
        return history;
    }

    List<Invoice> invoices() {
        return List.copyOf(invoices.values());
    }

    List<Credit> credits() {
        return List.copyOf(credits.values());
    }

    List<Excluded> excluded() {
        return excluded;
    }

    private void take(CSVRecord record) {
        String number = record.get("InvoiceNo").strip().toUpperCase(Locale.ROOT);
        String sku = record.get("StockCode").strip().toUpperCase(Locale.ROOT);
        long line = record.getRecordNumber() + 1;
        try {
            int quantity = Integer.parseInt(record.get("Quantity").strip());
            BigDecimal pounds = new BigDecimal(record.get("UnitPrice").strip());
            LocalDateTime at = LocalDateTime.parse(record.get("InvoiceDate").strip());
            Line goods = new Line(sku, Math.abs(quantity), RetailExport.shillings(pounds));
            boolean credit = number.startsWith("C");
            String reason = reason(number, goods, credit == quantity < 0 && quantity != 0);
            if (reason != null) {
                excluded.add(new Excluded(line, number, sku, reason));
            } else if (credit) {
                returns.add(new Returned(line, number, record.get("CustomerID").strip(), at, goods));
            } else {
                sell(number, record, at, goods);
            }
        } catch (NumberFormatException | DateTimeException e) {
            excluded.add(new Excluded(line, number, sku, "not_readable"));
        }
    }

    private @Nullable String reason(String number, Line goods, boolean rightSign) {
        if (!NUMBER.matcher(number).matches()) {
            return "no_invoice";
        }
        if (!products.contains(goods.sku())) {
            return "no_product";
        }
        if (goods.price() < 1) {
            return "no_price";
        }
        if (!rightSign) {
            return "wrong_sign";
        }
        return goods.quantity() > MOST_PIECES ? "quantity_over_999" : null;
    }

    private void sell(String number, CSVRecord record, LocalDateTime at, Line goods) {
        String customer = record.get("CustomerID").strip();
        invoices.computeIfAbsent(
                        number,
                        first -> new Invoice(
                                number,
                                customer.isEmpty() ? null : customer,
                                Countries.code(record.get("Country").strip()),
                                at,
                                new ArrayList<>()))
                .lines()
                .add(goods);
    }

    private record Pieces(String invoice, String sku, long price) {}

    private Map<Pieces, Integer> sold() {
        Map<Pieces, Integer> sold = new LinkedHashMap<>();
        for (Invoice invoice : invoices.values()) {
            for (Line line : invoice.lines()) {
                sold.merge(new Pieces(invoice.number(), line.sku(), line.price()), line.quantity(), Integer::sum);
            }
        }
        return sold;
    }

    private void giveBack(Returned returned, Map<Pieces, Integer> left) {
        Line goods = returned.goods();
        Invoice bought = invoices.values().stream()
                .filter(invoice -> returned.customer().equals(invoice.customer())
                        && !invoice.at().isAfter(returned.at())
                        && left.getOrDefault(new Pieces(invoice.number(), goods.sku(), goods.price()), 0)
                                >= goods.quantity())
                .max(Comparator.comparing(Invoice::at).thenComparing(Invoice::number))
                .orElse(null);
        if (bought == null) {
            excluded.add(new Excluded(returned.line(), returned.number(), goods.sku(), "no_earlier_purchase"));
            return;
        }
        left.merge(new Pieces(bought.number(), goods.sku(), goods.price()), -goods.quantity(), Integer::sum);
        long amount = goods.price() * goods.quantity();
        credits.merge(
                returned.number() + " " + bought.number(),
                new Credit(returned.number(), bought.number(), returned.at(), amount),
                (known, more) -> known.plus(more.amount()));
    }
}
