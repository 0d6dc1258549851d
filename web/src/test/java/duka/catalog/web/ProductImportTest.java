package duka.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.catalog.api.ProductCommand.AddProductImage;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductCommand.ReviseProduct;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductImage;
import duka.inventory.api.StockCommand.AdjustStock;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ProductImportTest extends EdgeTest {

    private static final String IMPORT = "/api/products/import/";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ImportJobs jobs;

    @Autowired
    private ImportRunner runner;

    @Test
    void good_lines_go_in_and_bad_ones_are_reported() {
        JsonNode job = imported("""
                sku,name,description,category,price,stock
                UNGA-2KG,Maize Flour 2 kg,For ugali.,Pantry > Flour,185,240
                BAD SKU,Nothing,,,100,1
                RICE-1KG,"Rice, \"\"Pishori\"\"",,Pantry,260.00,
                TEA,Tea,,,1.5,1
                SALT,Salt,,Pantry > Spices,30,many
                """);
        assertThat(job.path("status").asString()).isEqualTo("succeeded");
        assertThat(job.path("total").asInt()).isEqualTo(5);
        assertThat(job.path("done").asInt()).isEqualTo(2);
        assertThat(job.path("failed").asInt()).isEqualTo(3);
        assertThat(job.path("progress").asDouble()).isEqualTo(1.0);
        assertThat(job.path("errors")
                        .valueStream()
                        .map(error -> error.path("line").asInt()))
                .containsExactly(3, 5, 6);
        ProductContent flour = world.sent(CreateProduct.class).stream()
                .map(CreateProduct::content)
                .filter(content -> content.sku().code().equals("UNGA-2KG"))
                .findFirst()
                .orElseThrow();
        assertThat(flour.slug()).isEqualTo("maize-flour-2-kg");
        assertThat(world.categories.get(flour.categoryId().value()).name()).isEqualTo("Flour");
        assertThat(world.categories.values())
                .extracting(category -> category.slug())
                .containsExactlyInAnyOrder("pantry", "flour", "spices");
    }

    @Test
    void pictures_are_fetched_and_a_product_is_in_without_its_own() {
        JsonNode job = imported("""
                sku,name,price,image_url
                JUG,Jug,100,https://pictures.example/picture
                CUP,Cup,100,https://pictures.example/silence
                POT,Pot,100,https://pictures.example/text
                PAN,Pan,100,
                """);
        assertThat(world.sent(CreateProduct.class)).hasSize(4);
        ProductImage shown = world.sent(AddProductImage.class).getFirst().image();
        assertThat(shown.alt()).isEqualTo("Jug");
        assertThat(shown.width()).isEqualTo(1_600);
        assertThat(world.sent(AddProductImage.class)).hasSize(1);
        assertThat(job.path("errors"))
                .extracting(error -> error.path("message").asString())
                .containsExactly(
                        "The product is in, its picture is not: Its server does not answer as it should.",
                        "The product is in, its picture is not: A picture is PNG, JPEG or WebP, by its content.");
    }

    @Test
    void a_sku_that_is_there_is_updated() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        imported("sku,name,price,stock\nlamp-1,Better lamp,1600,10\n");
        ReviseProduct revised = world.sent(ReviseProduct.class).getFirst();
        assertThat(revised.content().name()).isEqualTo("Better lamp");
        assertThat(revised.content().slug()).isEqualTo("lamp");
        assertThat(revised.content().price()).isEqualTo(Samples.kes(1_600));
        assertThat(world.sent(AdjustStock.class).getFirst().delta()).isEqualTo(3);
        assertThat(world.sent(CreateProduct.class)).isEmpty();
    }

    @Test
    void products_of_one_name_are_told_apart_by_their_sku() {
        imported("sku,name,price\nA1,Lamp,100\nA2,Lamp,100\n");
        assertThat(world.sent(CreateProduct.class))
                .extracting(create -> create.content().slug())
                .hasSize(2)
                .contains("lamp")
                .anyMatch(slug -> slug.matches("lamp-a[12]"));
    }

    @Test
    void a_job_whose_runner_died_is_taken_up_where_it_was() {
        String sheet = "sku,name,price\n"
                + IntStream.range(0, 250)
                        .mapToObj(n -> "S%03d,Thing %d,100\n".formatted(n, n))
                        .collect(Collectors.joining());
        UUID id = UUID.randomUUID();
        jobs.add(id, "admin:x", sheet, 250);
        UUID dead = UUID.randomUUID();
        assertThat(jobs.take(dead)).isPresent();
        assertThat(jobs.advance(id, dead, 100, 100, java.util.List.of())).isTrue();
        assertThat(jobs.take(UUID.randomUUID())).isEmpty();
        jdbc.sql("update edge.import_job set heartbeat_at = now() - interval '1 minute' where id = :id")
                .param("id", id)
                .update();
        runner.wake();
        JsonNode job = ended(id.toString());
        assertThat(job.path("done").asInt()).isEqualTo(250);
        assertThat(world.sent(CreateProduct.class)).hasSize(150);
        assertThat(jobs.advance(id, dead, 200, 100, java.util.List.of())).isFalse();
    }

    @Test
    void what_is_no_table_is_refused_at_once() {
        assertThat(send(ADMIN, "name,colour\nLamp,red\n").code()).isEqualTo("csv_invalid");
        assertThat(send(ADMIN, "").status()).isEqualTo(400);
        assertThat(send(CUSTOMER, "sku,name,price\nA,B,1\n").status()).isEqualTo(403);
        assertThat(post(ADMIN, IMPORT, "{}").status()).isEqualTo(415);
        assertThat(get(ADMIN, IMPORT + UUID.randomUUID() + "/").status()).isEqualTo(404);
    }

    @Test
    void a_file_is_taken_from_a_form_too() {
        String form = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nsku,name,price\nA,Lamp,100\n\r\n--edge--\r\n";
        Answered begun = post(ADMIN, IMPORT, form, "Content-Type", "multipart/form-data; boundary=edge");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(ended(begun.json().path("job_id").asString()).path("done").asInt())
                .isEqualTo(1);
    }

    private Answered send(String token, String csv) {
        return post(token, IMPORT, csv, "Content-Type", "text/csv");
    }

    private JsonNode imported(String csv) {
        Answered begun = send(ADMIN, csv);
        assertThat(begun.status()).isEqualTo(202);
        return ended(begun.json().path("job_id").asString());
    }

    private JsonNode ended(String job) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> get(ADMIN, IMPORT + job + "/").json(),
                        now -> !now.path("status").asString().matches("queued|running"));
    }
}
