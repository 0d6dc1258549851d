package duka.notification;

import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A forgotten password: over HTTP and mail, against the whole server. */
class PasswordResetOverHttpTest {

    private static final String RESET = "/api/auth/password/reset/";
    private static final String CONFIRM = RESET + "confirm/";
    private static final String NEW_PASSWORD = "a password from the mail";
    private static final Pattern LINK = Pattern.compile("http://localhost:3000/password-reset\\?token=([\\w-]+)");

    private final RunningShop shop = RunningShop.shared();
    private final Outbox outbox = new Outbox(shop, shop.admin());
    private final String email = "forgetful-" + UUID.randomUUID() + "@example.com";

    @Test
    void the_mail_opens_the_account_once_and_ends_all_sessions() {
        String session = shop.customer(email);
        Answered asked = shop.post(null, RESET, Map.of("email", email));
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(202);
        JsonNode mail = outbox.last(email, 1);
        assertThat(mail.path("subject").asString()).isEqualTo("Choose a new password");
        assertThat(mail.path("channel").asString()).isEqualTo("mail");
        assertThat(mail.path("html").asString()).contains("<html lang=\"en\">");
        String token = token(mail);

        Answered weak = confirm(token, "password");
        assertThat(weak.status()).isEqualTo(400);
        assertThat(weak.text("code")).isEqualTo("password_too_weak");
        assertThat(shop.get(session, "/api/auth/auth/").status()).isEqualTo(200);

        assertThat(confirm(token, NEW_PASSWORD).status()).isEqualTo(204);
        assertThat(shop.get(session, "/api/auth/auth/").status()).isEqualTo(401);
        assertThat(signIn(RunningShop.PASSWORD).text("code")).isEqualTo("bad_credentials");
        assertThat(signIn(NEW_PASSWORD).status()).isEqualTo(200);

        Answered again = confirm(token, "yet another password");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text("code")).isEqualTo("token_invalid");
    }

    @Test
    void a_used_token_takes_the_older_ones_with_it() {
        shop.customer(email);
        shop.post(null, RESET, Map.of("email", email));
        String first = token(outbox.last(email, 1));
        shop.post(null, RESET, Map.of("email", email));
        String second = token(outbox.last(email, 2));
        assertThat(confirm(second, NEW_PASSWORD).status()).isEqualTo(204);
        assertThat(confirm(first, "yet another password").text("code")).isEqualTo("token_invalid");
    }

    @Test
    void the_answer_does_not_tell_who_is_known() {
        shop.customer(email);
        Answered known = shop.post(null, RESET, Map.of("email", email));
        Answered unknown = shop.post(null, RESET, Map.of("email", "nobody-" + email));
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.response().body()).isEqualTo(known.response().body());
        outbox.last(email, 1);
        assertThat(outbox.to("nobody-" + email)).isEmpty();
    }

    @Test
    void the_mail_speaks_the_language_of_the_request() {
        shop.customer(email);
        shop.send("POST", null, RESET, Map.of("email", email), "Accept-Language", "sw-KE,sw;q=0.9,en;q=0.5");
        assertThat(outbox.last(email, 1).path("subject").asString()).isEqualTo("Chagua nenosiri jipya");
    }

    @Test
    void nonsense_is_refused() {
        assertThat(shop.post(null, RESET, Map.of("email", "nobody")).status()).isEqualTo(400);
        assertThat(shop.post(null, RESET, Map.of()).status()).isEqualTo(400);
        assertThat(shop.post(null, CONFIRM, Map.of("token", "guess")).status()).isEqualTo(400);
        assertThat(confirm("guess", NEW_PASSWORD).text("code")).isEqualTo("token_invalid");
        assertThat(confirm("gu\u0000ess", NEW_PASSWORD).status()).isEqualTo(400);
    }

    @Test
    void changing_the_password_ends_the_other_sessions_alone() {
        String other = shop.customer(email);
        String own = signIn(RunningShop.PASSWORD).text("access");
        Map<String, String> change = Map.of("old_password", RunningShop.PASSWORD, "new_password", NEW_PASSWORD);
        assertThat(shop.post(own, "/api/auth/password/change/", change).status())
                .isEqualTo(204);
        assertThat(shop.get(own, "/api/auth/auth/").status()).isEqualTo(200);
        assertThat(shop.get(other, "/api/auth/auth/").status()).isEqualTo(401);
    }

    @Test
    void the_outbox_is_for_admins() {
        assertThat(shop.get(null, "/api/ops/mail-outbox/").status()).isEqualTo(401);
        assertThat(shop.get(shop.customer(email), "/api/ops/mail-outbox/").status())
                .isEqualTo(403);
    }

    private Answered confirm(String token, String password) {
        return shop.post(null, CONFIRM, Map.of("token", token, "new_password", password));
    }

    private Answered signIn(String password) {
        return shop.post(null, "/api/auth/auth/", Map.of("email", email, "password", password));
    }

    private static String token(JsonNode mail) {
        Matcher link = LINK.matcher(mail.path("text").asString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
