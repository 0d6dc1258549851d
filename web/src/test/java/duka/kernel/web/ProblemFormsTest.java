package duka.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.web.GateClient;
import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateTest;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GateTest
class ProblemFormsTest {

    private static final String ID = "0197a6f0-0000-7000-8000-000000000001";

    @Autowired
    private GateClient client;

    private void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("type")).isEqualTo("urn:duka:problem:" + code);
        assertThat(answer.text("instance")).startsWith("/");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.body().toString())
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("duka.kernel", "org.", "java.", "select ");
    }

    @Test
    void a_rule_of_the_domain_is_a_409_with_its_details() {
        Answer answer = client.get("/api/reviews/?how=rule");
        assertProblem(answer, 409, "insufficient_stock");
        assertThat(answer.body().path("available").asInt()).isEqualTo(3);
    }

    @Test
    void a_bug_tells_nothing() {
        Answer answer = client.get("/api/reviews/?how=bug");
        assertProblem(answer, 500, "internal_error");
        assertThat(answer.body().toString()).doesNotContain("vault", "Vault");
    }

    @Test
    void a_missing_database_is_a_503_that_says_when_to_come_back() {
        Answer answer = client.get("/api/reviews/?how=outage");
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.body().toString()).doesNotContain("db.internal");
    }

    @Test
    void what_is_not_there_is_a_404_also_for_strangers() {
        assertProblem(client.get("/api/nowhere/"), 404, "not_found");
        assertProblem(client.get("/nowhere"), 404, "not_found");
        assertProblem(client.get("/api"), 404, "not_found");
    }

    @Test
    void a_wrong_method_is_a_405_that_names_the_right_ones() {
        Answer answer = client.delete("/api/products/");
        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.header("Allow")).contains("GET", "POST");
    }

    @Test
    void another_type_than_json_is_a_415_and_an_unwanted_answer_a_406() {
        assertProblem(
                client.send("POST", "/api/orders/", "a=b", "Content-Type", "text/plain"),
                415,
                "unsupported_media_type");
        assertProblem(
                client.send("PATCH", "/api/orders/1/", "a", "Content-Type", "text/plain", "X-Order-Token", "t"),
                415,
                "unsupported_media_type");
        assertProblem(client.get("/api/products/", "Accept", "application/pdf"), 406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "0197a6f0", "' or 1=1 --", "{id}"})
    void a_malformed_id_is_as_absent_as_an_unknown_one(String id) {
        assertProblem(
                client.get("/api/products/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/"), 404, "not_found");
    }

    @Test
    void each_path_is_served_without_its_last_slash_and_without_a_redirect() {
        assertThat(client.get("/api/products/" + ID).status()).isEqualTo(200);
        assertThat(client.get("/api/products?page=1").status()).isEqualTo(200);
        assertThat(client.post("/api/orders", Map.of("full_name", "Wanjiku")).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"full_name\":1}|full_name",
                "{\"full_name\":true}|full_name",
                "{\"full_name\":\"W\",\"quantity\":\"1\"}|quantity",
                "{\"full_name\":\"W\",\"quantity\":1.5}|quantity",
                "{\"full_name\":\"W\",\"quantity\":99999999999}|quantity",
                "{\"full_name\":\"W\",\"quantity\":1000}|quantity",
                "{\"full_name\":\"W\",\"gift\":\"true\"}|gift",
                "{\"full_name\":\"W\",\"gift\":1}|gift",
                "{\"full_name\":\"W\",\"items\":{}}|items",
                "{\"full_name\":\"W\",\"items\":[{\"sku\":\"A\",\"quantity\":\"x\"}]}|items[0].quantity",
                "{\"full_name\":\"W\",\"items\":[{\"sku\":\"A\",\"quantity\":null}]}|items[0].quantity",
                "{\"full_name\":\"a\\u0000b\"}|full_name",
                "{\"full_name\":\"a\\ud800\"}|full_name",
                "{\"full_name\":\"W\",\"price\":{\"amount\":5}}|price.amount",
                "{\"full_name\":\"  \"}|full_name",
                "{}|full_name"
            })
    void a_wrong_type_is_a_400_that_names_the_field(String body, String field) {
        Answer answer = client.send("POST", "/api/orders/", body);
        assertProblem(answer, 400, "validation_failed");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(answer.body().path("errors").path(0).path("code").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{\"full_name\":\"a\",\"full_name\":\"b\"}", "{} {}"})
    void what_is_not_json_is_a_400(String body) {
        assertProblem(client.send("POST", "/api/orders/", body), 400, "malformed_json");
    }

    @Test
    void deep_nesting_is_refused_before_it_costs() {
        String deep = "{\"full_name\":\"W\",\"anything\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        assertProblem(client.send("POST", "/api/orders/", deep), 400, "malformed_json");
    }

    @Test
    void a_nul_in_an_address_is_refused() {
        assertThat(client.get("/api/products/?search=a%00b").status()).isEqualTo(400);
        assertThat(client.get("/api/products/a%00b/").status()).isEqualTo(400);
    }

    @Test
    void a_body_over_its_limit_is_a_413_whether_its_length_is_told_or_not() {
        String large = "{\"full_name\":\"" + "x".repeat(1024 * 1024) + "\"}";
        assertProblem(client.send("POST", "/api/orders/", large), 413, "payload_too_large");
        HttpRequest.BodyPublisher chunked =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes()));
        assertProblem(client.send("POST", "/api/orders/", chunked), 413, "payload_too_large");
        assertProblem(client.send("PATCH", "/api/orders/1/", large, "X-Order-Token", "t"), 413, "payload_too_large");
    }

    @Test
    void unknown_fields_are_ignored_and_times_have_milliseconds() {
        Answer answer = client.post("/api/orders/", Map.of("full_name", "Wanjiku", "is_admin", true));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("placed_at")).isEqualTo("2026-11-23T06:00:00.500Z");
        assertThat(answer.body().path("order").path("full_name").asString()).isEqualTo("Wanjiku");
    }

    @Test
    void pages_say_where_they_go_on() {
        Answer first = client.get("/api/products/?page_size=100&ordering=-price");
        assertThat(first.body().path("count").asInt()).isEqualTo(250);
        assertThat(first.body().path("previous").isNull()).isTrue();
        assertThat(first.text("next")).contains("page=2", "page_size=100", "ordering=-price");
        Answer last = client.get("/api/products/?page=3&page_size=100");
        assertThat(last.body().path("next").isNull()).isTrue();
        assertThat(last.text("previous")).contains("page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page=0", "page=-1", "page=x", "page=99999999", "page_size=101", "page_size=0", "page_size="})
    void a_page_that_cannot_be_is_a_400(String query) {
        assertProblem(client.get("/api/products/?" + query), 400, "validation_failed");
    }

    @Test
    void an_unknown_ordering_names_the_known_ones() {
        Answer answer = client.get("/api/products/?ordering=password");
        assertProblem(answer, 400, "unknown_ordering");
        assertThat(answer.body().path("allowed").toString()).isEqualTo("[\"price\",\"-price\",\"name\",\"-name\"]");
    }

    @Test
    void what_the_caller_has_already_is_not_sent_again() {
        Answer first = client.get("/api/products/" + ID + "/");
        assertThat(first.header("ETag")).isEqualTo("\"7.3\"");
        assertThat(client.get("/api/products/" + ID + "/", "If-None-Match", "\"7.3\"")
                        .status())
                .isEqualTo(304);
        assertThat(client.get("/api/products/" + ID + "/", "If-None-Match", "\"7.2\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void strangers_are_judged_before_bodies_and_bodies_before_versions() {
        String[] guest = {"X-Order-Token", "t", "If-Match", "\"3.1\""};
        assertProblem(client.send("PATCH", "/api/orders/1/", "{"), 401, "not_authenticated");
        assertProblem(client.send("PATCH", "/api/orders/strange/", "{", guest), 404, "not_found");
        assertProblem(client.send("PATCH", "/api/orders/1/", "{\"quantity\":\"x\"}", guest), 400, "validation_failed");
        assertProblem(client.send("PATCH", "/api/orders/1/", "{}", guest), 412, "version_mismatch");
        assertProblem(
                client.send("PATCH", "/api/orders/1/", "{}", "X-Order-Token", "t", "If-Match", "rubbish"),
                412,
                "version_mismatch");
    }

    @Test
    void a_patch_replaces_what_was_written_and_keeps_the_rest() {
        Answer answer = client.send(
                "PATCH",
                "/api/orders/1/",
                "{\"gift\":null,\"quantity\":2}",
                "X-Order-Token",
                "t",
                "If-Match",
                "\"4.9\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("full_name")).isEqualTo("Wanjiku");
        assertThat(answer.body().path("gift").isNull()).isTrue();
        assertThat(answer.body().path("quantity").asInt()).isEqualTo(2);
        assertProblem(
                client.send("PATCH", "/api/orders/1/", "{\"full_name\":null}", "X-Order-Token", "t"),
                400,
                "validation_failed");
    }

    @Test
    void a_request_keeps_the_name_that_it_came_with_if_it_is_a_sane_one() {
        assertThat(client.get("/api/products/", "X-Request-Id", "req-1").header("X-Request-Id"))
                .isEqualTo("req-1");
        assertThat(client.get("/api/products/", "X-Request-Id", "x".repeat(129)).header("X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void answers_carry_the_headers_of_safety_and_nothing_for_other_origins() {
        Answer answer = client.get("/api/products/", "Origin", "https://evil.test");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    /** Sent by hand, since no client library sends it. */
    @Test
    void what_is_no_request_at_all_is_a_problem_too() throws Exception {
        var address = URI.create(client.base());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/products/[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"code\":\"bad_request\"")
                    .doesNotContainIgnoringCase("tomcat", "exception", "<html");
        }
    }
}
