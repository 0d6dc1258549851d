package duka.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.kernel.web.InvalidInput;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class ProductSheetTest {

    @Test
    void columns_come_in_any_order_and_lines_are_counted_as_people_count_them() {
        ProductSheet sheet = ProductSheet.read("Price,SKU,colour,Name\n100,A,red,\"Two\nlines\"\n200,B,,Last");
        assertThat(sheet.broken()).isNull();
        assertThat(sheet.rows()).extracting(ProductSheet.Row::line).containsExactly(2, 4);
        assertThat(sheet.rows().getFirst().name()).isEqualTo("Two\nlines");
        assertThat(sheet.rows().getLast().price()).isEqualTo("200");
        assertThat(sheet.rows().getLast().category()).isEmpty();
    }

    @Test
    void short_lines_have_empty_cells() {
        assertThat(ProductSheet.read("sku,name,price,stock\nA,Lamp\n")
                        .rows()
                        .getFirst()
                        .price())
                .isEmpty();
    }

    @Test
    void what_follows_an_open_quote_is_reported_and_what_came_before_is_kept() {
        ProductSheet sheet = ProductSheet.read("sku,name,price\nA,Lamp,100\nB,\"never closed,100\nC,Lamp,100\n");
        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.broken()).isNotNull();
        assertThat(sheet.broken().line()).isEqualTo(3);
    }

    @Test
    void a_table_without_its_columns_is_refused() {
        assertThatThrownBy(() -> ProductSheet.read("sku,name\nA,B\n")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ProductSheet.read("sku,sku,name,price\n")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void files_of_old_spreadsheets_are_read_too() {
        assertThat(ProductSheet.decode("Café".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("Café");
        assertThat(ProductSheet.decode("\uFEFFsku".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("sku");
    }
}
