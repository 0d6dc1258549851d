package duka.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.api.SaleView;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderStatus;
import duka.ordering.api.OrderView;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class InvoiceTest extends EdgeTest {

    private static final String PATH = "/api/orders/" + Samples.ORDER + "/invoice/";
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final Seller UNREGISTERED = new Seller("Duka", "", NAIROBI);

    @Test
    void an_invoice_is_a_page_unless_a_pdf_is_preferred() throws IOException, InterruptedException {
        world.show(Samples.sale(WANJIKU, OrderStatus.CONFIRMED));
        for (String accept : List.of(
                "*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "text/*", "application/pdf;q=0.5, text/html")) {
            Answered page = get(CUSTOMER, PATH, "Accept", accept);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.response().body())
                    .contains(
                            "D-ABCD2345", "Wanjiku Kamau", "KES 3,250.00", "KES 448.28", "This is not a tax invoice.");
        }
        for (String accept : List.of("application/pdf", "application/pdf, */*;q=0.5")) {
            byte[] pdf = HttpClient.newHttpClient()
                    .send(request(CUSTOMER, PATH).header("Accept", accept).build(), BodyHandlers.ofByteArray())
                    .body();
            assertThat(textOf(pdf)).contains("D-ABCD2345", "Lamp", "KES 3,250.00", "This is not a tax invoice.");
        }
        assertThat(get(CUSTOMER, PATH + "?format=pdf").header("Content-Disposition"))
                .isEqualTo("inline; filename=\"invoice-D-ABCD2345.pdf\"");
        assertThat(get(CUSTOMER, PATH + "?format=docx").status()).isEqualTo(400);
    }

    @Test
    void an_invoice_is_shown_to_those_who_may_see_the_order() {
        world.show(Samples.sale(WANJIKU, OrderStatus.CONFIRMED));
        assertThat(get(AUDITOR, PATH).status()).isEqualTo(200);
        assertThat(get(null, PATH).status()).isEqualTo(401);
        for (String accept : List.of("*/*", "text/html", "application/pdf")) {
            Answered refused = get(STRANGER, PATH, "Accept", accept);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("not_found");
        }
    }

    @Test
    void what_people_write_is_never_taken_for_a_part_of_the_page() {
        Invoice invoice = Invoice.of(named("<script>alert('x')</script> & \"so\" %s"), UNREGISTERED);
        assertThat(InvoiceHtml.of(invoice))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;so&quot; %s");
    }

    @Test
    void a_pdf_spells_names_beyond_latin_letters() throws IOException {
        assertThat(textOf(InvoicePdf.of(Invoice.of(named("Ŵanjikũ Лампа"), UNREGISTERED))))
                .contains("Ŵanjikũ Лампа");
    }

    @Test
    void a_registered_shop_prints_its_number() {
        Invoice invoice = Invoice.of(named("Lamp"), new Seller("Duka", " KRAMW0001 ", NAIROBI));
        assertThat(invoice.kind()).isEqualTo("Tax invoice, eTIMS KRAMW0001");
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    /** A sale of something of that name. */
    private static SaleView named(String name) {
        SaleView sale = Samples.sale(WANJIKU, OrderStatus.CONFIRMED);
        OrderView order = sale.order();
        OrderContent content = order.content();
        OrderLine line = content.lines().getFirst();
        OrderContent renamed = new OrderContent(
                content.number(),
                content.customerId(),
                content.person(),
                content.cartId(),
                List.of(new OrderLine(
                        line.sku(), line.productId(), name, null, line.quantity(), line.unitPrice(), line.lineTotal())),
                content.subtotal(),
                content.shippingFee(),
                content.taxIncluded(),
                content.total(),
                content.shippingAddress(),
                content.shippingMethod(),
                content.paymentMethod(),
                content.phone(),
                content.email(),
                content.notes(),
                content.occurredAt());
        OrderView view = new OrderView(
                order.id(),
                renamed,
                order.status(),
                order.shippingAddress(),
                order.notes(),
                order.payBy(),
                order.dispatched(),
                order.rejection(),
                order.placedAt(),
                order.updatedAt(),
                order.history(),
                order.version());
        return new SaleView(view, sale.payment(), sale.shipments(), sale.representation());
    }
}
