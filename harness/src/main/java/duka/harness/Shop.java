package duka.harness;

import duka.harness.Http.Reply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shop as one of its users sees it: signed in, or not. */
public final class Shop {

    private static final int UNAUTHENTICATED = 401;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Http http;
    private final @Nullable Login login;
    private volatile @Nullable String token;

    private Shop(Http http, @Nullable Login login, @Nullable String token) {
        this.http = http;
        this.login = login;
        this.token = token;
    }

    private record Login(String email, String password) {

        Reply at(Http http) throws IOException {
            return http.send("POST", "/api/auth/auth/", Map.of("email", email, "password", password), Map.of());
        }
    }

    public static Shop anonymous(Http http) {
        return new Shop(http, null, null);
    }

    public static Shop signIn(Http http, String email, String password) throws IOException {
        Login login = new Login(email, password);
        return signedIn(http, login, login.at(http));
    }

    /** @return {@code null} while too many sign in */
    static @Nullable Shop signInIfThereIsRoom(Http http, String email, String password) throws IOException {
        Login login = new Login(email, password);
        Reply reply = login.at(http);
        return reply.status() == TOO_MANY_REQUESTS ? null : signedIn(http, login, reply);
    }

    private static Shop signedIn(Http http, Login login, Reply reply) {
        String email = login.email();
        if (reply.status() == UNAUTHENTICATED) {
            throw new Stop("the shop does not accept the password of " + email
                    + ". If it was changed, set DUKA_ADMIN_EMAIL and DUKA_ADMIN_PASSWORD.");
        }
        JsonNode signedIn = reply.orStop("Signing in");
        if (signedIn.path("mfa_required").asBoolean(false)) {
            throw new Stop(email + " signs in with a code of an app; scripts need an admin without.");
        }
        return new Shop(http, login, access(signedIn));
    }

    /** For five minutes the shop lets its admin give money and rights. */
    public void stepUp() throws IOException {
        if (login == null) {
            throw new IllegalStateException("Somebody who never signed in has nothing to prove it by");
        }
        post("/api/auth/step-up/", Map.of("password", login.password())).orStop("Proving anew who asks");
    }

    private static String access(JsonNode signedIn) {
        return signedIn.path("access").asString();
    }

    /** A new customer, signed in. */
    public static Shop register(Http http, String email, String password, String firstName, String lastName)
            throws IOException {
        http.send(
                        "POST",
                        "/api/auth/users/",
                        Map.of("email", email, "password", password, "first_name", firstName, "last_name", lastName),
                        Map.of())
                .orStop("Registering " + email);
        return signIn(http, email, password);
    }

    public Reply get(String path) throws IOException {
        return asMyself(() -> http.send("GET", path, null, headers(null)));
    }

    public Reply post(String path, Object body) throws IOException {
        return asMyself(() -> http.send("POST", path, body, headers(null)));
    }

    /** A POST that may be sent again after a lost answer. */
    public Reply post(String path, Object body, String idempotencyKey) throws IOException {
        return asMyself(() -> http.send("POST", path, body, headers(idempotencyKey)));
    }

    public Reply patch(String path, Object body) throws IOException {
        return asMyself(() -> http.send("PATCH", path, body, headers(null)));
    }

    public Reply delete(String path) throws IOException {
        return asMyself(() -> http.send("DELETE", path, null, headers(null)));
    }

    public Reply postCsv(String path, String csv) throws IOException {
        return asMyself(() -> http.sendCsv(path, csv, headers(null)));
    }

    /** @param alt what it shows */
    public Reply postPicture(String path, byte[] png, String alt) throws IOException {
        return asMyself(() -> http.sendPicture(path, png, alt, headers(null)));
    }

    /** Puts pieces of a SKU into the caller's cart. */
    public JsonNode addToCart(String sku, int quantity) throws IOException {
        return post("/api/cart/items/", Map.of("sku", sku, "quantity", quantity))
                .orStop("Putting " + quantity + " × " + sku + " into the cart");
    }

    /** The body of an order that is paid from {@code phone}. */
    public static Map<String, Object> orderBody(String name, String phone) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("full_name", name);
        address.put("phone", phone);
        address.put("line1", "Moi Avenue 14");
        address.put("city", "Nairobi");
        address.put("county", "Nairobi");
        address.put("country", "KE");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("shipping_address", address);
        body.put("shipping_method", "pickup");
        body.put("payment_method", "mpesa");
        body.put("phone", phone);
        return body;
    }

    /** A token lasts a quarter of an hour, and a run may be longer. */
    private Reply asMyself(Request request) throws IOException {
        Reply reply = request.send();
        if (reply.status() != UNAUTHENTICATED || login == null) {
            return reply;
        }
        Reply signedIn = login.at(http);
        if (!signedIn.isSuccess()) {
            return signedIn;
        }
        token = access(signedIn.json());
        return request.send();
    }

    private Map<String, String> headers(@Nullable String idempotencyKey) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (idempotencyKey != null) {
            headers.put("Idempotency-Key", idempotencyKey);
        }
        return headers;
    }

    @FunctionalInterface
    private interface Request {
        Reply send() throws IOException;
    }
}
