package duka.harness;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes one more admin: {@code ./duka admin create EMAIL}. */
final class AdminCreate {

    private static final int PASSWORD_BYTES = 15;

    private AdminCreate() {}

    public static void main(String[] arguments) throws Exception {
        Stop.onFailure(() -> create(arguments[0]));
    }

    private static void create(String email) throws Exception {
        Settings settings = Settings.fromEnvironment();
        try (Http http = new Http(settings.serverUrl(), 2)) {
            Shop admin =
                    Shop.signIn(http, settings.admin().email(), settings.admin().password());
            String password = password();
            JsonNode user = Shop.anonymous(http)
                    .post(
                            "/api/auth/users/",
                            Map.of("email", email, "password", password, "first_name", "Shop", "last_name", "Admin"))
                    .orStop("Registering " + email);
            admin.stepUp();
            admin.patch("/api/auth/users/" + user.path("id").asString() + "/", Map.of("role", "admin"))
                    .orStop("Making " + email + " an admin");
            System.out.println(email + " is an admin now, with the password " + password + " (shown this once).");
        }
    }

    private static String password() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
