package duka.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.web.EdgeTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SavedAddressesTest extends EdgeTest {

    private static final String PATH = "/api/auth/addresses/";

    private final String someone = "customer:" + UUID.randomUUID();

    @Test
    void the_first_address_is_the_default_until_another_is() {
        Answered first = save("Moi Avenue 14", "");
        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/" + id(first) + "/");
        assertThat(first.json().path("phone").asString()).isEqualTo("+254712345000");
        assertThat(isDefault(first)).isTrue();
        Answered second = save("Kenyatta Avenue 1", ",\"is_default\":true");
        assertThat(isDefault(second)).isTrue();
        assertThat(isDefault(get(someone, PATH + id(first) + "/"))).isFalse();
        assertThat(send("DELETE", someone, PATH + id(second) + "/", null).status())
                .isEqualTo(204);
        assertThat(isDefault(get(someone, PATH + id(first) + "/"))).isTrue();
        assertThat(get(someone, PATH).json().path("count").asInt()).isEqualTo(1);
    }

    @Test
    void edits_keep_what_they_leave_out_and_mind_the_version() {
        Answered saved = save("Moi Avenue 14", "");
        String one = PATH + id(saved) + "/";
        Answered moved = send("PATCH", someone, one, "{\"city\":\"Mombasa\"}", "If-Match", saved.header("ETag"));
        assertThat(moved.json().path("city").asString()).isEqualTo("Mombasa");
        assertThat(moved.json().path("line1").asString()).isEqualTo("Moi Avenue 14");
        assertThat(moved.json().path("version").asInt()).isEqualTo(2);
        assertThat(send("PATCH", someone, one, "{\"city\":\"Kisumu\"}", "If-Match", saved.header("ETag"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void what_is_written_anew_keeps_nothing_that_was_left_out() {
        Answered saved =
                save("Moi Avenue 14", ",\"line2\":\"Third floor\",\"county\":\"Nairobi\",\"postal_code\":\"00100\"");
        String one = PATH + id(saved) + "/";
        String anew =
                "{\"full_name\":\"Wanjiku\",\"phone\":\"0712345000\",\"line1\":\"Uhuru Highway 2\",\"city\":\"Nakuru\",\"country\":\"KE\"}";
        Answered written = send("PUT", someone, one, anew);
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.json().path("line1").asString()).isEqualTo("Uhuru Highway 2");
        assertThat(written.json().path("line2").isNull()).isTrue();
        assertThat(written.json().path("county").isNull()).isTrue();
        assertThat(written.json().path("postal_code").isNull()).isTrue();
        assertThat(isDefault(written)).isTrue();
        Answered refused = send("PUT", someone, one, "{\"city\":\"Mombasa\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.response().body()).contains("full_name", "phone", "line1", "country");
        assertThat(get(someone, one).json().path("city").asString()).isEqualTo("Nakuru");
    }

    @Test
    void they_stay_their_owners() {
        String one = PATH + id(save("Moi Avenue 14", "")) + "/";
        assertThat(get(STRANGER, one).status()).isEqualTo(404);
        assertThat(get(ADMIN, one).status()).isEqualTo(404);
        assertThat(send("DELETE", STRANGER, one, null).status()).isEqualTo(404);
        assertThat(get(null, PATH).status()).isEqualTo(401);
        assertThat(get(someone, PATH + "nonsense/").status()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_saved_is_refused() {
        assertThat(post(someone, PATH, "{}").status()).isEqualTo(400);
        assertThat(save("", "").status()).isEqualTo(400);
        Answered phone = post(
                someone,
                PATH,
                "{\"full_name\":\"W\",\"phone\":\"1\",\"line1\":\"x\",\"city\":\"N\",\"country\":\"KE\"}");
        assertThat(phone.code()).isEqualTo("phone_invalid");
        assertThat(save("Moi Avenue 14", ",\"county\":\"a\\u0000b\"").status()).isLessThan(500);
    }

    private Answered save(String line, String more) {
        return post(
                someone,
                PATH,
                "{\"full_name\":\"Wanjiku Kamau\",\"phone\":\"0712 345 000\",\"line1\":\"" + line
                        + "\",\"city\":\"Nairobi\",\"country\":\"KE\"" + more + "}");
    }

    private static String id(Answered answer) {
        return answer.json().path("id").asString();
    }

    private static boolean isDefault(Answered answer) {
        return answer.json().path("is_default").asBoolean();
    }
}
