package daraja.simulator;

import daraja.simulator.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.crypto.Cipher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A running simulator and a client that speaks to it over HTTP as a shop, and as a test. */
final class Daraja implements AutoCloseable {

    record Reply(int status, String text) {
        JsonNode json() {
            return Json.read(text);
        }
    }

    static final String PASSKEY = "bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919";
    /** Time moves only when a test pushes it, so that a slow machine changes nothing. */
    private static final Clock STANDING_STILL = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private static final String TIMESTAMP = "20261123120000";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;
    private String token = "";

    Daraja(Path data) throws IOException {
        this(Settings.inProcess(data));
    }

    Daraja(Settings settings) throws IOException {
        simulator = Simulator.start(settings, STANDING_STILL);
        renewToken();
    }

    void renewToken() {
        token = token("duka-development-key", "duka-development-secret", "client_credentials")
                .json()
                .path("access_token")
                .asString();
    }

    Reply token(String key, String secret, String grant) {
        String basic = Base64.getEncoder().encodeToString((key + ':' + secret).getBytes(StandardCharsets.UTF_8));
        return send(request("/oauth/v1/generate?grant_type=" + grant)
                .header("Authorization", "Basic " + basic)
                .GET());
    }

    void useToken(String other) {
        token = other;
    }

    ObjectNode pushBody(String msisdn, long amount, String callbackUrl) {
        return Json.object()
                .put("BusinessShortCode", 174379)
                .put("Password", password(TIMESTAMP))
                .put("Timestamp", TIMESTAMP)
                .put("TransactionType", "CustomerPayBillOnline")
                .put("Amount", Long.toString(amount))
                .put("PartyA", msisdn)
                .put("PartyB", "174379")
                .put("PhoneNumber", msisdn)
                .put("CallBackURL", callbackUrl)
                .put("AccountReference", "D12345678")
                .put("TransactionDesc", "order");
    }

    static String password(String timestamp) {
        return Base64.getEncoder().encodeToString(("174379" + PASSKEY + timestamp).getBytes(StandardCharsets.UTF_8));
    }

    Reply push(ObjectNode body) {
        return post("/mpesa/stkpush/v1/processrequest", body);
    }

    /** A push that is accepted; returns its CheckoutRequestID. */
    String pushed(String msisdn, long amount, String callbackUrl) {
        Reply reply = push(pushBody(msisdn, amount, callbackUrl));
        if (reply.status() != 200) {
            throw new AssertionError("not accepted: " + reply);
        }
        return reply.json().path("CheckoutRequestID").asString();
    }

    Reply query(String checkoutRequestId) {
        return post(
                "/mpesa/stkpushquery/v1/query",
                Json.object()
                        .put("BusinessShortCode", "174379")
                        .put("Password", password(TIMESTAMP))
                        .put("Timestamp", TIMESTAMP)
                        .put("CheckoutRequestID", checkoutRequestId));
    }

    String queriedCode(String checkoutRequestId) {
        return query(checkoutRequestId).json().path("ResultCode").asString("none");
    }

    Reply post(String path, JsonNode body) {
        return post(path, Json.write(body));
    }

    Reply post(String path, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply get(String path) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    JsonNode script(String json) {
        Reply reply = post("/simulator/script/", json);
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return reply.json();
    }

    /** Pushes the clock and waits until the callbacks that became due were answered. */
    void advance(long seconds) {
        post("/simulator/clock/advance/", "{\"seconds\":" + seconds + ",\"await_callbacks\":true}");
    }

    JsonNode ledger(String msisdn) {
        return get("/simulator/ledger/?msisdn=" + msisdn).json();
    }

    JsonNode phone(String msisdn) {
        return get("/simulator/phones/" + msisdn + "/").json();
    }

    /** The initiator's password, encrypted with the simulator's certificate as a shop does it. */
    String credential(String password) {
        try (var in = Files.newInputStream(simulator.certificate())) {
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, certificate.getPublicKey());
            return Base64.getEncoder().encodeToString(rsa.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Pays and returns the receipt. */
    String paid(String msisdn, long amount, String callbackUrl) {
        String id = pushed(msisdn, amount, callbackUrl);
        advance(10);
        return ledger(msisdn)
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("checkout_request_id").asString("").equals(id))
                .findFirst()
                .orElseThrow()
                .path("receipt")
                .asString();
    }

    Path certificate() {
        return simulator.certificate();
    }

    int port() {
        return simulator.port();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + path));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Reply(0, e.toString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
        client.close();
    }
}
