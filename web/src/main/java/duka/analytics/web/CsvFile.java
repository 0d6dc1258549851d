package duka.analytics.web;

import duka.analytics.api.Period;
import duka.kernel.web.MoneyJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table as a file (RFC 4180) that is safe to open in a spreadsheet: a text that would be run as a formula there begins
 * with an apostrophe. Money is written as its amount; numbers stay numbers, below zero too.
 */
final class CsvFile {

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String LINE_END = "\r\n";

    private final String name;
    private final List<String> lines = new ArrayList<>();

    CsvFile(String name, String... columns) {
        this.name = name;
        lines.add(String.join(",", columns));
    }

    CsvFile row(@Nullable Object... cells) {
        lines.add(Arrays.stream(cells).map(CsvFile::cell).collect(Collectors.joining(",")));
        return this;
    }

    ResponseEntity<String> over(Period period) {
        String file = name + "-" + period.from() + "-" + period.to() + ".csv";
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(text());
    }

    String text() {
        return lines.stream().map(line -> line + LINE_END).collect(Collectors.joining());
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case MoneyJson money -> cell(money.amount() == null ? null : new java.math.BigDecimal(money.amount()));
            default -> quoted(harmless(value.toString()));
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
