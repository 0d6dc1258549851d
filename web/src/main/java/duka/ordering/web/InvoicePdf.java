package duka.ordering.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** An invoice on A4. Its font is embedded, so that every name prints the same everywhere. */
final class InvoicePdf {

    private static final float MARGIN = 50;
    private static final float[] LINE_WIDTHS = {5, 2.5f, 1.3f, 2.3f, 2.3f};
    private static final float[] SUM_WIDTHS = {3, 2};
    private static final List<String> HEADINGS = List.of("Item", "SKU", "Quantity", "Price", "Total");
    private static final int TEXT_COLUMNS = 2;

    private final Font title = font(Liberation.SANS_BOLD, 20);
    private final Font strong = font(Liberation.SANS_BOLD, 10);
    private final Font plain = font(Liberation.SANS, 10);

    private InvoicePdf() {}

    static byte[] of(Invoice invoice) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, written);
        document.addTitle("Invoice " + invoice.number());
        document.open();
        new InvoicePdf().print(invoice, document);
        document.close();
        return written.toByteArray();
    }

    private void print(Invoice invoice, Document document) {
        document.add(new Paragraph(invoice.seller(), title));
        document.add(new Paragraph("Invoice " + invoice.number(), strong));
        document.add(new Paragraph(invoice.kind(), strong));
        for (Invoice.Fact fact : invoice.facts()) {
            document.add(new Paragraph(fact.name() + ": " + fact.value(), plain));
        }
        document.add(new Paragraph(" ", plain));
        for (String line : invoice.buyer()) {
            document.add(new Paragraph(line, plain));
        }
        document.add(lines(invoice.lines()));
        document.add(sums(invoice.sums()));
    }

    private PdfPTable lines(List<Invoice.Line> lines) {
        PdfPTable table = table(LINE_WIDTHS, 100);
        for (int column = 0; column < HEADINGS.size(); column++) {
            table.addCell(cell(HEADINGS.get(column), strong, column >= TEXT_COLUMNS));
        }
        table.setHeaderRows(1);
        for (Invoice.Line line : lines) {
            table.addCell(cell(line.name(), plain, false));
            table.addCell(cell(line.sku(), plain, false));
            table.addCell(cell(line.quantity(), plain, true));
            table.addCell(cell(line.unitPrice(), plain, true));
            table.addCell(cell(line.total(), plain, true));
        }
        return table;
    }

    private PdfPTable sums(List<Invoice.Fact> sums) {
        PdfPTable table = table(SUM_WIDTHS, 45);
        table.setHorizontalAlignment(Element.ALIGN_RIGHT);
        for (Invoice.Fact sum : sums) {
            table.addCell(cell(sum.name(), plain, false));
            table.addCell(cell(sum.value(), plain, true));
        }
        return table;
    }

    private static PdfPTable table(float[] widths, float percent) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(percent);
        table.setSpacingBefore(16);
        return table;
    }

    private static PdfPCell cell(String text, Font font, boolean figure) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setPadding(4);
        cell.setHorizontalAlignment(figure ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }

    private static Font font(Liberation face, int size) {
        try {
            return face.create(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
