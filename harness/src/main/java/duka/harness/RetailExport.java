package duka.harness;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the till's export of a real shop (columns {@code InvoiceNo, StockCode, Description, Quantity, InvoiceDate,
 * UnitPrice, CustomerID, Country}; prices in GBP) and finds the products in it.
 *
 * <p>A stock code, compared without case, is a product if it looks like one (five digits and at most two letters, or a
 * {@code DCGS} code), has a name on a priced line, and costs at least one shilling at 130 shillings to the pound, rounded
 * half up. Its price is its most frequent one, the lower of two that are as frequent. Lines without a price are notes of
 * the stockroom; a code that has no others cannot be sold.
 */
final class RetailExport {

    private static final BigDecimal SHILLINGS_TO_THE_POUND = BigDecimal.valueOf(130);
    private static final Pattern PRODUCT_CODE = Pattern.compile("\\d{5}[A-Z]{0,2}|DCGS[A-Z0-9]+");
    private static final int LEAST_STOCK = 24;
    private static final int MOST_STOCK = 2_000;

    private final Map<String, Lines> linesByCode = new TreeMap<>();
    private final Map<String, Integer> unusableLines = new TreeMap<>();
    private final Map<String, List<String>> unusableCodes = new TreeMap<>();
    private int lines;

    /**
     * One product of the export.
     *
     * @param price in whole shillings
     * @param stock pieces
     */
    record Product(String sku, String name, String category, long price, int stock) {}

    static RetailExport read(Reader csv) throws IOException {
        RetailExport export = new RetailExport();
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(csv)) {
            if (!parser.getHeaderNames().containsAll(List.of("StockCode", "Description", "Quantity", "UnitPrice"))) {
                throw new Stop("the file has no columns StockCode, Description, Quantity and UnitPrice.");
            }
            for (CSVRecord line : parser) {
                export.take(line);
            }
        }
        return export;
    }

    /** The usable products, by code. The codes that were left out are known afterwards. */
    List<Product> products() {
        List<Product> products = new ArrayList<>();
        unusableCodes.clear();
        linesByCode.forEach((code, found) -> {
            String reason = unusable(code, found);
            if (reason == null) {
                products.add(found.product(code));
            } else {
                unusableCodes.computeIfAbsent(reason, none -> new ArrayList<>()).add(code);
            }
        });
        return products;
    }

    int lineCount() {
        return lines;
    }

    /** How many lines could not be used, by reason. */
    Map<String, Integer> unusableLines() {
        return unusableLines;
    }

    /** Which codes are no products, by reason. */
    Map<String, List<String>> unusableCodes() {
        return unusableCodes;
    }

    private void take(CSVRecord line) {
        lines++;
        String code = line.get("StockCode").strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            unusable("without a stock code");
            return;
        }
        Lines found = linesByCode.computeIfAbsent(code, none -> new Lines());
        try {
            BigDecimal price = new BigDecimal(line.get("UnitPrice").strip());
            int quantity = Integer.parseInt(line.get("Quantity").strip());
            if (price.signum() <= 0) {
                unusable("without a price");
                return;
            }
            found.add(line.get("Description").strip(), shillings(price), quantity);
            if (quantity <= 0) {
                unusable("returned goods (their price counts, their quantity does not)");
            }
        } catch (NumberFormatException e) {
            unusable("with a price or quantity that is no number");
        }
    }

    private void unusable(String reason) {
        unusableLines.merge(reason, 1, Integer::sum);
    }

    static long shillings(BigDecimal pounds) {
        return pounds.multiply(SHILLINGS_TO_THE_POUND)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static @Nullable String unusable(String code, Lines found) {
        if (!PRODUCT_CODE.matcher(code).matches()) {
            return "no product (postage, fees, vouchers, corrections)";
        }
        if (found.prices.isEmpty()) {
            return "never sold at a price";
        }
        if (found.names.isEmpty()) {
            return "without a name";
        }
        return found.price() < 1 ? "cheaper than a shilling" : null;
    }

    /** What the lines of one code say. */
    private static final class Lines {

        private final Map<Long, Integer> prices = new HashMap<>();
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private int sold;

        void add(String name, long price, int quantity) {
            prices.merge(price, 1, Integer::sum);
            if (!name.isEmpty()) {
                names.merge(name, 1, Integer::sum);
            }
            sold += Math.max(0, quantity);
        }

        long price() {
            return prices.entrySet().stream()
                    .max(Map.Entry.<Long, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<Long, Integer>comparingByKey().reversed()))
                    .orElseThrow()
                    .getKey();
        }

        Product product(String code) {
            String name = names.entrySet().stream()
                    .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                    .orElseThrow()
                    .getKey();
            int stock = Math.clamp(sold, LEAST_STOCK, MOST_STOCK);
            return new Product(code, ProductNames.readable(name), ProductNames.category(name), price(), stock);
        }
    }
}
