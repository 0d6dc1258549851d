package duka.harness;

import duka.harness.RetailExport.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.JsonNode;

/**
 * Fills the shop through its own doors: {@code ./duka seed} with the small catalogue that comes with Duka and a painted
 * picture of each product, {@code ./duka seed lively} with people who buy as well, {@code ./duka seed CSV} with a retail
 * export, or with a file that already has the import's columns.
 */
final class Seed {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SHOWN_CODES = 12;

    private static final String SMALL = "small";
    private static final String LIVELY = "lively";

    private Seed() {}

    public static void main(String[] arguments) throws Exception {
        Stop.onFailure(() -> {
            Settings settings = Settings.fromEnvironment();
            try (Http http = new Http(settings.serverUrl(), 16)) {
                Shop admin = Shop.signIn(
                        http, settings.admin().email(), settings.admin().password());
                switch (arguments.length == 0 ? SMALL : arguments[0]) {
                    case SMALL -> small(admin);
                    case LIVELY -> lively(settings, http, admin);
                    default -> load(admin, fromFile(Path.of(arguments[0])));
                }
            }
        });
    }

    static void small(Shop admin) throws Exception {
        load(admin, smallCatalogue());
        System.out.printf("Hung %,d pictures.%n", new ProductPictures(admin).hang());
    }

    /** Its people have phones of the simulator: nobody else's may ring. */
    private static void lively(Settings settings, Http http, Shop admin) throws Exception {
        if (!settings.simulatorPlaysSafaricom()) {
            throw new Stop("./duka seed lively pays on phones of the simulator, and the shop talks to Safaricom.");
        }
        small(admin);
        String password = LivelyShop.password(settings.data());
        LivelyPast past = new LivelyPast(http, admin, password, Neighbour.earlier(LivelyPast.PEOPLE));
        System.out.println("The last half year is written down.");
        int orders = past.trade(LivelyPast.until(settings.data()), LivelyPast.DAYS);
        System.out.printf("%,d past orders are in the books.%n", orders);
        System.out.println("Neighbours come and buy; this takes a minute.");
        List<Neighbour> neighbours = Neighbour.first(Neighbour.MOST);
        new LivelyShop(http, admin, password).fill(neighbours);
        past.speak();
        System.out.printf(
                "%d customers shop here, such as %s; their password is in %s.%n",
                neighbours.size() + LivelyPast.PEOPLE,
                neighbours.getFirst().email(),
                settings.data().resolve("secrets"));
    }

    private static String smallCatalogue() throws IOException {
        try (InputStream file = Seed.class.getResourceAsStream("/small-catalogue.csv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String fromFile(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Stop("cannot read " + file + ".");
        }
        String text = Files.readString(file);
        if (text.startsWith("sku,")) {
            return text;
        }
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            RetailExport export = RetailExport.read(reader);
            List<Product> products = export.products();
            report(export, products);
            return importFile(products);
        }
    }

    private static void report(RetailExport export, List<Product> products) {
        System.out.printf("%,d lines, %,d products%n", export.lineCount(), products.size());
        export.unusableLines().forEach((reason, count) -> System.out.printf("  %,d lines %s%n", count, reason));
        export.unusableCodes().forEach((reason, codes) -> {
            String shown = String.join(", ", codes.subList(0, Math.min(SHOWN_CODES, codes.size())));
            System.out.printf(
                    "  %,d codes left out: %s: %s%s%n",
                    codes.size(), reason, shown, codes.size() > SHOWN_CODES ? ", …" : "");
        });
    }

    static String importFile(List<Product> products) throws IOException {
        StringWriter csv = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.DEFAULT)) {
            printer.printRecord("sku", "name", "description", "category", "price", "stock");
            for (Product product : products) {
                printer.printRecord(
                        product.sku(), product.name(), "", product.category(), product.price(), product.stock());
            }
        }
        return csv.toString();
    }

    private static void load(Shop admin, String csv) throws Exception {
        String job = admin.postCsv("/api/products/import/", csv)
                .orStop("The import")
                .path("job_id")
                .asString();
        JsonNode state = await(admin, job);
        System.out.printf(
                "Imported %,d of %,d products.%n",
                state.path("done").asInt(), state.path("total").asInt());
        for (JsonNode error : state.path("errors")) {
            System.out.printf(
                    "  line %d: %s%n",
                    error.path("line").asInt(), error.path("message").asString());
        }
        if (!state.path("status").asString().equals("succeeded")) {
            throw new Stop("the import ended as " + state.path("status").asString() + ".");
        }
    }

    private static JsonNode await(Shop admin, String job) throws Exception {
        return Waiting.until("the import to end", PATIENCE, Duration.ofMillis(500), () -> {
            JsonNode state = admin.get("/api/products/import/" + job + "/").orStop("Asking for the import");
            String status = state.path("status").asString();
            return status.equals("queued") || status.equals("running") ? null : state;
        });
    }
}
