package duka.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.catalog.api.ProductCommand.AddProductImage;
import duka.catalog.api.ProductCommand.RemoveProductImage;
import duka.kernel.Rejection;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ProductImagesTest extends EdgeTest {

    private static final String IMAGES = "/api/products/lamp/images/";
    private static final String FORM = "multipart/form-data; boundary=cut";

    @BeforeEach
    void aLamp() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
    }

    @Test
    void a_picture_is_shown_with_what_it_shows() {
        Answered added = upload(ADMIN, "picture", " A lamp at night ");
        assertThat(added.status()).isEqualTo(201);
        JsonNode image = added.json();
        assertThat(image.propertyNames()).containsExactlyInAnyOrder("id", "url", "alt", "width", "height");
        assertThat(image.path("alt").asString()).isEqualTo("A lamp at night");
        assertThat(image.path("width").asInt()).isEqualTo(1_600);
        assertThat(added.header("Location")).isEqualTo("/api/products/" + Samples.LAMP + "/");
        assertThat(get(null, "/api/products/lamp/").json().path("images").get(0))
                .isEqualTo(image);
    }

    @Test
    void a_picture_that_nobody_described_is_called_after_its_product() {
        assertThat(upload(ADMIN, "picture", "").json().path("alt").asString()).isEqualTo("Lamp");
    }

    @Test
    void a_repeat_under_a_key_is_the_same_picture() {
        Answered first = upload(ADMIN, "picture", "", "Idempotency-Key", "once");
        Answered again = upload(ADMIN, "picture", "", "Idempotency-Key", "once");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(world.sent(AddProductImage.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a page that is called lamp.png, 415, unsupported_media_type",
        "cut off, 400, image_broken",
        "huge, 400, image_too_large",
        "full disk, 503, unavailable",
        "'', 400, validation_failed"
    })
    void what_is_no_picture_changes_nothing(String content, int status, String code) {
        Answered refused = upload(ADMIN, content, "");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(world.sent).isEmpty();
    }

    @Test
    void a_form_without_a_file_or_with_too_long_a_text_is_refused() {
        String noFile = part("alt", "", "Lamp") + "--cut--";
        Answered none = post(ADMIN, IMAGES, noFile, "Content-Type", FORM);
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.json().path("errors").get(0).path("field").asString()).isEqualTo("file");
        assertThat(upload(ADMIN, "picture", "x".repeat(301)).status()).isEqualTo(400);
        assertThat(post(ADMIN, IMAGES, "{}").status()).isEqualTo(415);
    }

    @Test
    void more_than_five_mebibytes_are_not_read() {
        Answered refused = upload(ADMIN, "x".repeat(5 * 1024 * 1024), "");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("payload_too_large");
    }

    @Test
    void only_admins_touch_pictures() {
        assertThat(upload(null, "picture", "").status()).isEqualTo(401);
        assertThat(upload(CUSTOMER, "picture", "").status()).isEqualTo(403);
        assertThat(upload(AUDITOR, "picture", "").status()).isEqualTo(403);
        String image = upload(ADMIN, "picture", "").json().path("id").asString();
        assertThat(send("DELETE", CUSTOMER, IMAGES + image + "/", null).status())
                .isEqualTo(403);
        assertThat(world.sent(RemoveProductImage.class)).isEmpty();
    }

    @Test
    void a_picture_of_nothing_is_not_found() {
        String body = part("file", "; filename=\"a.txt\"", "no picture") + "--cut--";
        assertThat(post(ADMIN, "/api/products/" + Samples.uuid(99) + "/images/", body, "Content-Type", FORM)
                        .status())
                .isEqualTo(404);
        assertThat(send("DELETE", ADMIN, IMAGES + Samples.uuid(98) + "/", null).status())
                .isEqualTo(404);
        assertThat(send("DELETE", ADMIN, IMAGES + "first/", null).status()).isEqualTo(404);
    }

    @Test
    void a_picture_is_taken_away() {
        String image = upload(ADMIN, "picture", "").json().path("id").asString();
        assertThat(send("DELETE", ADMIN, IMAGES + image + "/", null).status()).isEqualTo(204);
        assertThat(get(null, "/api/products/lamp/").json().path("images").isEmpty())
                .isTrue();
        assertThat(send("DELETE", ADMIN, IMAGES + image + "/", null).status()).isEqualTo(404);
    }

    @Test
    void what_the_product_refuses_is_a_conflict() {
        world.on(AddProductImage.class, add -> {
            throw new Rejection("too_many_images", "Enough.", Map.of("max", 12));
        });
        Answered refused = upload(ADMIN, "picture", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("max").asInt()).isEqualTo(12);
    }

    private Answered upload(String token, String content, String alt, String... headers) {
        String body = part("file", "; filename=\"lamp.png\"", content) + part("alt", "", alt) + "--cut--";
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = FORM;
        return post(token, IMAGES, body, all);
    }

    private static String part(String name, String more, String content) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + content + "\r\n";
    }
}
