package duka.identity.web;

import static duka.identity.web.GateClient.as;
import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateClient.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GateTest
class UserTest {

    @Autowired
    private GateClient client;

    private static String path(Person person) {
        return "/api/auth/users/" + person.id() + "/";
    }

    @Test
    void people_see_themselves_and_admins_see_everybody() {
        Person one = client.customer();
        Person other = client.customer();
        assertThat(client.get(path(one), as(one)).text("email")).isEqualTo(one.email());
        assertThat(client.get(path(one), as(other)).status()).isEqualTo(404);
        assertThat(client.get(path(one), as(client.auditor())).status()).isEqualTo(404);
        assertThat(client.get(path(one), as(client.admin())).status()).isEqualTo(200);
        assertThat(client.get("/api/auth/users/not-an-id/", as(one)).status()).isEqualTo(404);
    }

    @Test
    void a_stranger_reads_404_before_anything_is_said_about_the_body() {
        Person one = client.customer();
        Answer answer = client.send("PATCH", path(one), "{", as(client.customer()));
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void people_change_what_they_say_of_themselves_and_not_what_they_may_do() {
        Person one = client.customer();
        Answer changed = client.patch(path(one), Map.of("first_name", "Njeri", "phone", "+254 110 000 001"), as(one));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("first_name")).isEqualTo("Njeri");
        assertThat(changed.text("phone")).isEqualTo("+254110000001");
        assertThat(changed.text("last_name")).isEqualTo("Kamau");
        assertThat(client.patch(path(one), Map.of("role", "admin"), as(one)).status())
                .isEqualTo(403);
        assertThat(client.patch(path(one), Map.of("is_active", false), as(one)).status())
                .isEqualTo(403);
        assertThat(client.patch(path(one), Map.of("role", "customer", "version", 99, "id", "x"), as(one))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_put_needs_the_whole_and_a_patch_of_nothing_changes_nothing() {
        Person one = client.customer();
        assertThat(client.put(path(one), Map.of("first_name", "Njeri"), as(one)).status())
                .isEqualTo(400);
        Answer before = client.get(path(one), as(one));
        Answer after = client.patch(path(one), Map.of(), as(one));
        assertThat(after.body()).isEqualTo(before.body());
        Answer put = client.put(
                path(one), Map.of("email", one.email(), "first_name", "Njeri", "last_name", "Mwangi"), as(one));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body().path("phone").isNull()).isTrue();
    }

    @Test
    void of_two_who_read_the_same_version_the_second_is_told() {
        Person one = client.customer();
        String tag = client.get(path(one), as(one)).header("ETag");
        String[] auth = as(one);
        String[] headers = {auth[0], auth[1], "If-Match", tag};
        Answer first = client.patch(path(one), Map.of("first_name", "Njeri"), headers);
        Answer second = client.patch(path(one), Map.of("first_name", "Njoki"), headers);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(tag);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("version_mismatch");
        assertThat(client.get(path(one), as(one)).text("first_name")).isEqualTo("Njeri");
    }

    @Test
    void an_email_cannot_be_changed_into_somebody_elses() {
        Person one = client.customer();
        Person other = client.customer();
        assertThat(client.patch(path(one), Map.of("email", other.email()), as(one))
                        .code())
                .isEqualTo("email_taken");
    }

    @Test
    void admins_find_users_by_part_of_a_name_role_and_state() {
        Person one = client.customer();
        client.patch(path(one), Map.of("last_name", "Xu%_zz"), as(one));
        Answer found = client.get("/api/auth/users/?search=XU%25_Z&role=customer&is_active=true", as(client.admin()));
        assertThat(found.body().path("count").asInt()).isEqualTo(1);
        assertThat(found.body().path("results").path(0).path("id").asString()).isEqualTo(one.id());
        assertThat(client.get("/api/auth/users/?search=XUzZ", as(client.admin()))
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(client.get("/api/auth/users/?role=king", as(client.admin())).status())
                .isEqualTo(400);
        assertThat(client.get("/api/auth/users/?is_active=x", as(client.admin()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_last_admin_stays() {
        Person admin = client.admin();
        assertThat(client.patch(path(admin), Map.of("role", "customer"), as(admin))
                        .code())
                .isEqualTo("last_admin");
        assertThat(client.patch(path(admin), Map.of("is_active", false), as(admin))
                        .code())
                .isEqualTo("last_admin");
    }
}
