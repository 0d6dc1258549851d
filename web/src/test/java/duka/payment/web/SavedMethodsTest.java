package duka.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.web.EdgeTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SavedMethodsTest extends EdgeTest {

    private static final String PATH = "/api/payments/payment-methods/";

    private final String someone = "customer:" + UUID.randomUUID();

    @Test
    void the_first_phone_is_the_default_until_another_is() {
        Answered first = save("0712 345 000", "");
        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/" + id(first) + "/");
        assertThat(first.json().path("type").asString()).isEqualTo("mpesa");
        assertThat(first.json().path("phone_masked").asString()).isEqualTo("+2547*****000");
        assertThat(first.json().path("label").isNull()).isTrue();
        assertThat(isDefault(first)).isTrue();
        assertThat(first.response().body()).doesNotContain("345000");
        Answered second = save("0711 222 333", ",\"label\":\"Mum's\"");
        assertThat(second.json().path("label").asString()).isEqualTo("Mum's");
        assertThat(isDefault(second)).isFalse();
        assertThat(send("PATCH", someone, PATH + id(second) + "/", "{\"is_default\":true}")
                        .json()
                        .path("is_default")
                        .asBoolean())
                .isTrue();
        assertThat(isDefault(get(someone, PATH + id(first) + "/"))).isFalse();
        assertThat(send("DELETE", someone, PATH + id(second) + "/", null).status())
                .isEqualTo(204);
        assertThat(isDefault(get(someone, PATH + id(first) + "/"))).isTrue();
        JsonNode left = get(someone, PATH).json();
        assertThat(left.path("count").asInt()).isEqualTo(1);
    }

    @Test
    void edits_keep_what_they_leave_out_and_mind_the_version() {
        Answered saved = save("0712345000", ",\"label\":\"Mine\"");
        String one = PATH + id(saved) + "/";
        Answered renamed = send("PATCH", someone, one, "{\"label\":null}", "If-Match", saved.header("ETag"));
        assertThat(renamed.json().path("label").isNull()).isTrue();
        assertThat(renamed.json().path("phone_masked").asString()).isEqualTo("+2547*****000");
        assertThat(renamed.json().path("version").asInt()).isEqualTo(2);
        assertThat(send("PATCH", someone, one, "{\"label\":\"x\"}", "If-Match", saved.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(send("DELETE", someone, one, null, "If-Match", saved.header("ETag"))
                        .status())
                .isEqualTo(412);
        Answered moved = send("PUT", someone, one, "{\"type\":\"mpesa\",\"phone\":\"0110123456\"}");
        assertThat(moved.json().path("phone_masked").asString()).isEqualTo("+2541*****456");
    }

    @Test
    void what_is_written_anew_keeps_nothing_that_was_left_out() {
        Answered saved = save("0712345000", ",\"label\":\"Mine\"");
        String one = PATH + id(saved) + "/";
        assertThat(send("PUT", someone, one, "{\"type\":\"mpesa\"}").code()).isEqualTo("phone_invalid");
        assertThat(send("PUT", someone, one, "{\"phone\":\"0110123456\"}").status())
                .isEqualTo(400);
        assertThat(get(someone, one).json().path("label").asString()).isEqualTo("Mine");
        Answered anew = send("PUT", someone, one, "{\"type\":\"mpesa\",\"phone\":\"0110123456\"}");
        assertThat(anew.json().path("label").isNull()).isTrue();
        assertThat(anew.json().path("is_default").asBoolean()).isTrue();
    }

    @Test
    void they_stay_their_owners() {
        String one = PATH + id(save("0712345000", "")) + "/";
        assertThat(get(STRANGER, one).status()).isEqualTo(404);
        assertThat(get(ADMIN, one).status()).isEqualTo(404);
        assertThat(send("PATCH", STRANGER, one, "{\"label\":\"x\"}").status()).isEqualTo(404);
        assertThat(send("DELETE", STRANGER, one, null).status()).isEqualTo(404);
        assertThat(get(null, PATH).status()).isEqualTo(401);
        assertThat(get(someone, PATH + "nonsense/").status()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_saved_is_refused() {
        assertThat(save("1", "").code()).isEqualTo("phone_invalid");
        assertThat(post(someone, PATH, "{\"type\":\"mpesa\"}").code()).isEqualTo("phone_invalid");
        assertThat(post(someone, PATH, "{\"type\":\"gold\",\"phone\":\"0712345000\"}")
                        .status())
                .isEqualTo(400);
        assertThat(save("0712345000", ",\"label\":\"" + "x".repeat(101) + "\"").status())
                .isEqualTo(400);
        assertThat(save("0712345000", ",\"label\":\"a\\u0000b\"").status()).isLessThan(500);
        assertThat(save("0722345000", "").status()).isEqualTo(201);
        assertThat(save("+254 722 345000", "").code()).isEqualTo("payment_method_exists");
    }

    private Answered save(String phone, String more) {
        return post(someone, PATH, "{\"type\":\"mpesa\",\"phone\":\"" + phone + "\"" + more + "}");
    }

    private static String id(Answered answer) {
        return answer.json().path("id").asString();
    }

    private static boolean isDefault(Answered answer) {
        return answer.json().path("is_default").asBoolean();
    }
}
