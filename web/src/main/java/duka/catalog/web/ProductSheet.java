package duka.catalog.web;

import duka.kernel.web.InvalidInput;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * A table of products as shops keep them: {@code sku,name,description,category,price,stock,image_url}, in any order, with
 * others beside them. The category is a path, {@code Pantry > Flour}.
 *
 * @param broken where the rest of the table could not be read, or {@code null} if it all could
 */
record ProductSheet(List<Row> rows, @Nullable Broken broken) {

    private static final Charset OLD_SPREADSHEETS = Charset.forName("windows-1252");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .get();

    /** @param line where it begins in the file, 1 for the header */
    record Row(
            int line,
            String sku,
            String name,
            String description,
            String category,
            String price,
            String stock,
            String imageUrl) {}

    record Broken(int line, String message) {}

    /** The text of a file in UTF-8, or of one that an old spreadsheet wrote. */
    static String decode(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, OLD_SPREADSHEETS);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** @throws InvalidInput {@code csv_invalid}, if it is no table or lacks a column that every product needs */
    static ProductSheet read(String csv) {
        try (CSVParser parser = FORMAT.parse(new StringReader(csv))) {
            List<String> columns = parser.getHeaderNames().stream()
                    .map(column -> column.toLowerCase(Locale.ROOT))
                    .toList();
            if (!columns.containsAll(List.of("sku", "name", "price"))) {
                throw invalid("The first line names the columns: at least sku, name and price.");
            }
            return rows(parser);
        } catch (IOException | IllegalArgumentException e) {
            throw invalid("This is no table of comma-separated values.");
        }
    }

    private static ProductSheet rows(CSVParser parser) {
        List<Row> rows = new ArrayList<>();
        int line = 2;
        try {
            for (CSVRecord written : parser) {
                rows.add(row(line, written));
                line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
            return new ProductSheet(rows, null);
        } catch (UncheckedIOException | IllegalStateException e) {
            return new ProductSheet(rows, new Broken(line, "From here on the table cannot be read."));
        }
    }

    private static Row row(int line, CSVRecord written) {
        return new Row(
                line,
                cell(written, "sku"),
                cell(written, "name"),
                cell(written, "description"),
                cell(written, "category"),
                cell(written, "price"),
                cell(written, "stock"),
                cell(written, "image_url"));
    }

    private static String cell(CSVRecord written, String column) {
        return written.isMapped(column) && written.isSet(column)
                ? written.get(column).strip()
                : "";
    }

    private static InvalidInput invalid(String message) {
        return InvalidInput.field("file", "csv_invalid", message);
    }
}
