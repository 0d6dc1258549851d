package duka.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.web.GateClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A shop as it starts for the first time when nobody set anything: limits on, and a first admin with a made password. */
@GateTest
@TestPropertySource(properties = {"duka.limits=on", "duka.admin-email=", "duka.admin-password="})
@ExtendWith(OutputCaptureExtension.class)
class FreshShopTest {

    private static Path data;

    @Autowired
    private GateClient client;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) throws IOException {
        data = Files.createTempDirectory("duka-fresh");
        properties.add("duka.data", data::toString);
    }

    @Test
    void the_first_admin_finds_the_password_in_a_file_of_their_own() throws Exception {
        Path file = data.resolve("secrets").resolve("first-admin");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        String email = lines.get(0).replaceFirst("^email=", "");
        String password = lines.get(1).replaceFirst("^password=", "");
        assertThat(client.signIn(email, password).access()).isNotBlank();
    }

    @Test
    void guessing_a_password_ends_in_a_429_that_says_when_to_come_back() {
        List<Answer> tries = IntStream.range(0, 12)
                .mapToObj(i -> client.post(
                        "/api/auth/auth/",
                        Map.of("email", "victim@duka.test", "password", "guess " + i),
                        "X-Forwarded-For",
                        "10.1.1.1"))
                .toList();
        assertThat(tries.get(0).status()).isEqualTo(401);
        assertThat(tries.get(0).header("RateLimit-Limit")).isNotBlank();
        assertThat(tries.get(0).header("RateLimit-Remaining")).isNotBlank();
        assertThat(tries.get(0).header("RateLimit-Reset")).isNotBlank();
        Answer last = tries.get(11);
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        Answer fromElsewhere = client.post(
                "/api/auth/auth/",
                Map.of("email", "victim@duka.test", "password", "guess"),
                "X-Forwarded-For",
                "10.1.1.2");
        assertThat(fromElsewhere.status())
                .as("nobody is locked out by a stranger")
                .isEqualTo(401);
    }

    @Test
    void an_address_that_asks_too_often_is_told_to_wait() {
        List<Integer> statuses = IntStream.range(0, 70)
                .mapToObj(i -> client.post(
                                "/api/auth/token/refresh/",
                                Map.of("refresh", "guess " + i),
                                "X-Forwarded-For",
                                "9.9.9.9, 10.2.2.2")
                        .status())
                .toList();
        assertThat(statuses).startsWith(401).endsWith(429);
    }

    @Test
    void nobody_is_flooded_with_mails_about_their_password() {
        List<Integer> statuses = IntStream.range(0, 7)
                .mapToObj(i -> client.post(
                                "/api/auth/password/reset/",
                                Map.of("email", "flooded@duka.test"),
                                "X-Forwarded-For",
                                "10.4.4." + i)
                        .status())
                .toList();
        assertThat(statuses).startsWith(202).endsWith(429);
    }

    @Test
    void logs_hold_no_personal_data(CapturedOutput output) {
        String canary = "canary-" + UUID.randomUUID();
        Map<String, Object> registration = GateClient.registration(canary + "@duka.test");
        client.post("/api/auth/users/", registration, "X-Forwarded-For", "10.3.3.3");
        client.post("/api/auth/users/", registration, "X-Forwarded-For", "10.3.3.3");
        client.get("/api/auth/users/?search=" + canary, "X-Forwarded-For", "10.3.3.3");
        client.get("/api/shipments/track/" + canary + "/");
        client.get("/api/nowhere/" + canary + "/");
        assertThat(output.getAll())
                .contains(
                        "POST /api/auth/users/ 201",
                        "POST /api/auth/users/ 409",
                        "GET /api/shipments/track/{trackingNumber}/")
                .doesNotContain(canary, GateClient.PASSWORD, "0712", "Wanjiku");
    }
}
