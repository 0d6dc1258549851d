package duka.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.harness.RetailExport.Product;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RetailExportTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @Test
    void a_code_is_one_product_however_it_is_spelled() throws Exception {
        RetailExport export = extract();

        assertThat(export.products())
                .extracting(Product::sku)
                .contains("85123A", "47591D")
                .doesNotHaveDuplicates();
    }

    @Test
    void postage_fees_vouchers_and_corrections_are_no_products() throws Exception {
        RetailExport export = extract();

        assertThat(export.products())
                .extracting(Product::sku)
                .doesNotContain("POST", "M", "D", "S", "BANK CHARGES", "AMAZONFEE", "GIFT_0001_40", "PADS");
        assertThat(export.unusableCodes().get("no product (postage, fees, vouchers, corrections)"))
                .contains("POST", "AMAZONFEE", "GIFT_0001_40", "PADS");
    }

    @Test
    void a_code_that_never_had_a_price_is_left_out_and_named() throws Exception {
        RetailExport export = extract();

        export.products();

        assertThat(export.unusableCodes().get("never sold at a price")).contains("85226A", "84534B");
    }

    @Test
    void the_most_frequent_price_wins_and_pounds_become_shillings_half_up() throws Exception {
        Product product = only("""
                1,10002,INFLATABLE POLITICAL GLOBE,1,2010-12-01T08:26:00,0.85,1,United Kingdom
                2,10002,INFLATABLE POLITICAL GLOBE,1,2010-12-01T08:26:00,9.949999999999999,1,United Kingdom
                3,10002,INFLATABLE POLITICAL GLOBE,1,2010-12-01T08:26:00,0.85,1,United Kingdom
                """);

        assertThat(product.price()).isEqualTo(111);
    }

    @Test
    void the_lower_of_two_equally_frequent_prices_is_taken() throws Exception {
        Product product = only("""
                1,10002,GLOBE,1,2010-12-01T08:26:00,2.00,1,United Kingdom
                2,10002,GLOBE,1,2010-12-01T08:26:00,1.00,1,United Kingdom
                """);

        assertThat(product.price()).isEqualTo(130);
    }

    @Test
    void notes_of_the_stockroom_do_not_name_a_product() throws Exception {
        Product product = only("""
                1,10002,damaged,-3,2010-12-01T08:26:00,0,,United Kingdom
                2,10002,damaged,-3,2010-12-01T08:26:00,0,,United Kingdom
                3,10002,SET/4 RED MINI ROSE CANDLE IN BOWL.,1,2010-12-01T08:26:00,1.00,1,United Kingdom
                """);

        assertThat(product.name()).isEqualTo("Set/4 Red Mini Rose Candle in Bowl");
        assertThat(product.category()).isEqualTo("Home > Candles and Lights");
    }

    @Test
    void a_line_that_is_no_number_is_counted_and_skipped() throws Exception {
        RetailExport export = RetailExport.read(new StringReader(HEADER
                + "1,10002,GLOBE,many,2010-12-01T08:26:00,1.00,1,United Kingdom\n"
                + "1,10002,GLOBE,1,2010-12-01T08:26:00,1.00,1,United Kingdom\n"));

        assertThat(export.products()).hasSize(1);
        assertThat(export.unusableLines()).containsEntry("with a price or quantity that is no number", 1);
    }

    @Test
    void a_file_of_something_else_is_refused() {
        assertThatThrownBy(() -> RetailExport.read(new StringReader("a,b\n1,2\n")))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("StockCode");
    }

    private static Product only(String lines) throws Exception {
        List<Product> products =
                RetailExport.read(new StringReader(HEADER + lines)).products();
        assertThat(products).hasSize(1);
        return products.getFirst();
    }

    private static RetailExport extract() throws Exception {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(RetailExportTest.class.getResourceAsStream("/online-retail-extract.csv")),
                StandardCharsets.UTF_8)) {
            return RetailExport.read(reader);
        }
    }
}
