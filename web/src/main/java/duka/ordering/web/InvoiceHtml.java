package duka.ordering.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** An invoice as a page that prints well and loads nothing. Whatever comes from people is escaped. */
final class InvoiceHtml {

    private InvoiceHtml() {}

    static String of(Invoice invoice) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Invoice %1$s</title>
            <style>
            body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;max-width:48rem;margin:2rem auto;padding:0 1rem}
            h1{margin:0}table{border-collapse:collapse;width:100%%;margin:1.5rem 0}
            th,td{text-align:left;padding:.4rem .5rem;border-bottom:1px solid #ccc;vertical-align:top}
            .n{text-align:right;white-space:nowrap}.kind{font-weight:600}address{font-style:normal;margin:1rem 0}
            dl{display:grid;grid-template-columns:max-content auto;gap:.1rem 1rem}dd{margin:0}
            dl.sums{grid-template-columns:auto max-content;justify-content:end}dl.sums dd{text-align:right}
            @media print{body{margin:0}}
            </style>
            </head>
            <body>
            <header><h1>%2$s</h1><p>Invoice %1$s</p><p class="kind">%3$s</p></header>
            <dl>%4$s</dl>
            <address>%5$s</address>
            <table>
            <thead><tr><th scope="col">Item</th><th scope="col">SKU</th><th scope="col" class="n">Quantity</th>\
            <th scope="col" class="n">Price</th><th scope="col" class="n">Total</th></tr></thead>
            <tbody>
            %6$s
            </tbody>
            </table>
            <dl class="sums">%7$s</dl>
            </body>
            </html>
            """.formatted(
                        escaped(invoice.number()),
                        escaped(invoice.seller()),
                        escaped(invoice.kind()),
                        each(invoice.facts(), InvoiceHtml::fact),
                        invoice.buyer().stream().map(InvoiceHtml::escaped).collect(Collectors.joining("<br>")),
                        each(invoice.lines(), InvoiceHtml::row),
                        each(invoice.sums(), InvoiceHtml::fact));
    }

    private static String fact(Invoice.Fact fact) {
        return "<dt>%s</dt><dd>%s</dd>".formatted(escaped(fact.name()), escaped(fact.value()));
    }

    private static String row(Invoice.Line line) {
        return "<tr><td>%s</td><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td></tr>"
                .formatted(
                        escaped(line.name()),
                        escaped(line.sku()),
                        escaped(line.quantity()),
                        escaped(line.unitPrice()),
                        escaped(line.total()));
    }

    private static <T> String each(List<T> things, Function<T, String> written) {
        return things.stream().map(written).collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
