package duka.harness;

import duka.harness.RetailHistory.Credit;
import duka.harness.RetailHistory.Excluded;
import duka.harness.RetailHistory.Invoice;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.JsonNode;

/**
 * Takes the invoices and credits of a retail export in as past trade: {@code ./duka import-history CSV}. It can be
 * repeated; what is in the books stays as it is. The products must be in the shop ({@code ./duka seed CSV}).
 */
final class ImportHistory {

    private static final int AT_ONCE = 4;
    private static final int CHUNK = 50;

    private final Shop admin;
    private final List<Excluded> excluded = new ArrayList<>();
    private int orders;
    private int refunds;

    private ImportHistory(Shop admin) {
        this.admin = admin;
    }

    public static void main(String[] arguments) throws Exception {
        Stop.onFailure(() -> {
            Settings settings = Settings.fromEnvironment();
            RetailHistory history = read(Path.of(arguments[0]));
            try (Http http = new Http(settings.serverUrl(), AT_ONCE)) {
                Shop admin = Shop.signIn(
                        http, settings.admin().email(), settings.admin().password());
                ImportHistory books = new ImportHistory(admin);
                books.excluded.addAll(history.excluded());
                books.take(history);
                books.report(settings.data().resolve("import-excluded.csv"));
            }
        });
    }

    private static RetailHistory read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Stop("cannot read " + file + ".");
        }
        Set<String> products;
        try (Reader csv = Files.newBufferedReader(file)) {
            products = RetailExport.read(csv).products().stream()
                    .map(RetailExport.Product::sku)
                    .collect(Collectors.toSet());
        }
        try (Reader csv = Files.newBufferedReader(file)) {
            return RetailHistory.read(csv, products);
        }
    }

    /** Credits go after all invoices, since each gives money back for one. */
    private void take(RetailHistory history) throws Exception {
        send(history.invoices().stream().map(ImportHistory::json).toList(), "invoices", "credits");
        send(history.credits().stream().map(ImportHistory::json).toList(), "credits", "invoices");
    }

    private void send(List<Map<String, Object>> all, String name, String none) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<JsonNode>> answers = new ArrayList<>();
            for (int from = 0; from < all.size(); from += CHUNK) {
                List<Map<String, Object>> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
                answers.add(senders.submit(() -> admin.post("/api/orders/import/", Map.of(name, chunk, none, List.of()))
                        .orStop("The import")));
            }
            for (Future<JsonNode> answer : answers) {
                note(answer.get());
            }
        }
    }

    private void note(JsonNode answer) {
        orders += answer.path("orders").asInt();
        refunds += answer.path("refunds").asInt();
        for (JsonNode one : answer.path("excluded")) {
            excluded.add(new Excluded(
                    0,
                    one.path("number").asString(),
                    one.path("sku").asString(""),
                    one.path("reason").asString()));
        }
    }

    private void report(Path list) throws IOException {
        System.out.printf("%,d orders and %,d refunds of past trade are in the books.%n", orders, refunds);
        Map<String, Integer> reasons = new TreeMap<>();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(list), CSVFormat.DEFAULT)) {
            printer.printRecord("line", "invoice", "code", "reason");
            for (Excluded one : excluded) {
                reasons.merge(one.reason(), 1, Integer::sum);
                printer.printRecord(one.line() == 0 ? "" : one.line(), one.number(), one.sku(), one.reason());
            }
        }
        reasons.forEach((reason, count) -> System.out.printf("  %,d left out: %s%n", count, reason));
        System.out.println("Each of them is listed in " + list + ".");
    }

    private static Map<String, Object> json(Invoice invoice) {
        Map<String, Object> json = new HashMap<>();
        json.put("number", invoice.number());
        json.put("customer", invoice.customer());
        json.put("country", invoice.country());
        json.put("occurred_at", invoice.occurredAt().toString());
        json.put(
                "lines",
                invoice.lines().stream()
                        .map(line ->
                                Map.of("sku", line.sku(), "quantity", line.quantity(), "unit_price", kes(line.price())))
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Credit credit) {
        return Map.of(
                "number", credit.number(),
                "invoice", credit.invoice(),
                "amount", kes(credit.amount()),
                "occurred_at", credit.occurredAt().toString());
    }

    private static Map<String, String> kes(long shillings) {
        return Map.of("amount", shillings + ".00", "currency", "KES");
    }
}
