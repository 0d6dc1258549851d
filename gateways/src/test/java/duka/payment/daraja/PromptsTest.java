package duka.payment.daraja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.PhoneNumber;
import duka.payment.api.PaymentCommand.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompt and the question about it, against what Safaricom was seen to answer. */
class PromptsTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+254708374149");
    private static final String CALLBACK = "https://shop.example/api/payments/stk/0123456789abcdef0123456789abcdef/";
    private static final Clock LATE_EVENING = Clock.fixed(Instant.parse("2026-11-22T21:59:59Z"), ZoneOffset.UTC);

    private Safaricom safaricom;

    @BeforeEach
    void open() throws IOException {
        safaricom = new Safaricom();
    }

    @AfterEach
    void close() {
        safaricom.close();
    }

    /** Case 1. */
    @Test
    void the_password_is_what_safaricom_publishes() {
        assertThat(Password.of("20160216165627", "174379", DarajaProperties.SANDBOX_PASSKEY)
                        .value())
                .isEqualTo(
                        "MTc0Mzc5YmZiMjc5ZjlhYTliZGJjZjE1OGU5N2RkNzFhNDY3Y2QyZTBjODkzMDU5YjEwZjc4ZTZiNzJhZGExZWQyYzkxOTIwMTYwMjE2MTY1NjI3");
        assertThat(Password.of("20210628092408", "174379", DarajaProperties.SANDBOX_PASSKEY)
                        .value())
                .isEqualTo(
                        Payload.json("stk-push-request-docs").path("Password").asString());
    }

    /** Case 2. */
    @Test
    void the_timestamp_is_nairobis_across_midnight() {
        assertThat(Password.timestamp(Instant.parse("2026-11-22T20:59:59Z"))).isEqualTo("20261122235959");
        assertThat(Password.timestamp(Instant.parse("2026-11-22T21:00:00Z"))).isEqualTo("20261123000000");
    }

    /** Case 3. */
    @Test
    void password_and_body_carry_the_same_second() {
        Clock restless = new Clock() {
            private Instant next = Instant.parse("2026-11-22T21:59:59Z");

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                next = next.plusSeconds(1);
                return next;
            }
        };
        safaricom.saysFile(Safaricom.PUSH, 200, "stk-push-200-accepted-docs");
        push(prompts(restless, safaricom.properties()), 1);
        var sent = safaricom.lastRequest(Safaricom.PUSH);
        String password =
                new String(Base64.getDecoder().decode(sent.path("Password").asString()));
        assertThat(password).endsWith(sent.path("Timestamp").asString());
    }

    /** Case 5. */
    @Test
    void only_whole_shillings_within_the_limit_leave_the_shop() {
        assertThat(Prompts.shillings(Money.ofMajor(1, CurrencyCode.KES))).isEqualTo("1");
        assertThat(Prompts.shillings(Money.ofMajor(250_000, CurrencyCode.KES))).isEqualTo("250000");
        for (long cents : new long[] {0, -100, 150, 25_000_100}) {
            assertThatThrownBy(() -> Prompts.shillings(new Money(cents, CurrencyCode.KES)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Prompts.shillings(Money.ofMajor(1, new CurrencyCode("USD"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Case 6. */
    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890123", "A@B", "A#", "A&B", "D-12345678"})
    void a_reference_that_safaricom_refuses_does_not_leave_the_shop(String reference) {
        Prompts prompts = prompts();
        assertThatThrownBy(() -> prompts.push(PHONE, Money.ofMajor(1, CurrencyCode.KES), reference, CALLBACK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(safaricom.calls(Safaricom.PUSH)).isZero();
    }

    /** Cases 6 and 14. */
    @Test
    void a_prompt_is_asked_for_in_safaricoms_words() {
        safaricom.saysFile(Safaricom.PUSH, 200, "stk-push-200-accepted-docs");
        push(prompts(), 1499);
        var sent = safaricom.lastRequest(Safaricom.PUSH);
        var documented = Payload.json("stk-push-request-docs");
        assertThat(sent.propertyNames()).containsExactlyInAnyOrderElementsOf(documented.propertyNames());
        assertThat(sent.path("Amount").asString()).isEqualTo("1499");
        assertThat(sent.path("PartyA").asString()).isEqualTo("254708374149");
        assertThat(sent.path("PhoneNumber").asString()).isEqualTo("254708374149");
        assertThat(sent.path("TransactionType").asString()).isEqualTo("CustomerPayBillOnline");
        assertThat(sent.path("PartyB").asString()).isEqualTo("174379");
        assertThat(sent.path("AccountReference").asString()).isEqualTo("D12345678");
        assertThat(sent.path("TransactionDesc").asString()).hasSizeBetween(1, 13);
    }

    /** Case 8. */
    @Test
    void a_till_is_paid_through_its_store_number() {
        safaricom.saysFile(Safaricom.PUSH, 200, "stk-push-200-accepted-docs");
        push(prompts(LATE_EVENING, safaricom.properties("555123")), 1);
        var sent = safaricom.lastRequest(Safaricom.PUSH);
        assertThat(sent.path("BusinessShortCode").asString()).isEqualTo("174379");
        assertThat(sent.path("PartyB").asString()).isEqualTo("555123");
        assertThat(sent.path("TransactionType").asString()).isEqualTo("CustomerBuyGoodsOnline");
    }

    /** Case 14. */
    @Test
    void an_accepted_push_names_both_ids_in_every_form_that_was_seen() {
        for (String file : Payload.named("stk-push-200-")) {
            safaricom.forgets(Safaricom.PUSH).saysFile(Safaricom.PUSH, 200, file);
            assertThat(push(prompts(), 1))
                    .as(file)
                    .isEqualTo(new PushAnswer.Accepted(
                            Payload.json(file).path("MerchantRequestID").asString(),
                            Payload.json(file).path("CheckoutRequestID").asString()));
        }
    }

    /** Case 15. */
    @Test
    void what_safaricom_calls_a_bad_request_never_rang() {
        for (String file : Payload.named("stk-push-400-")) {
            safaricom.forgets(Safaricom.PUSH).saysFile(Safaricom.PUSH, 400, file);
            assertThat(push(prompts(), 1)).as(file).isInstanceOf(PushAnswer.Refused.class);
        }
        safaricom.forgets(Safaricom.PUSH).saysFile(Safaricom.PUSH, 400, "stk-push-400-invalid-phonenumber");
        assertThat(push(prompts(), 1))
                .isEqualTo(new PushAnswer.Refused("400.002.02", "M-PESA does not know this number."));
    }

    /** Case 16. */
    @Test
    void one_error_code_with_three_meanings_is_told_apart_by_its_words() {
        safaricom.saysFile(Safaricom.PUSH, 500, "stk-push-500-subscriber-locked");
        assertThat(push(prompts(), 1))
                .isInstanceOfSatisfying(
                        PushAnswer.Refused.class,
                        refused -> assertThat(refused.message()).contains("Finish the other"));
        safaricom.forgets(Safaricom.PUSH).saysFile(Safaricom.PUSH, 500, "stk-push-500-wrong-credentials");
        assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Refused.class);
        safaricom.forgets(Safaricom.PUSH).says(Safaricom.PUSH, 500, error("500.001.1001", "Merchant does not exist"));
        assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Refused.class);
        safaricom.forgets(Safaricom.PUSH).says(Safaricom.PUSH, 500, error("500.001.1001", ""));
        assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Unknown.class);
    }

    /** Case 17. */
    @Test
    void an_answer_that_never_comes_leaves_it_unknown_after_one_request() {
        safaricom.neverAnswers(Safaricom.PUSH);
        assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Unknown.class);
        safaricom.forgets(Safaricom.PUSH).cutsTheLine(Safaricom.PUSH);
        assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Unknown.class);
        assertThat(safaricom.calls(Safaricom.PUSH)).isEqualTo(2);
    }

    /** Case 18. */
    @Test
    void a_request_that_never_left_is_refused_and_not_unknown() {
        Prompts prompts = prompts();
        push(prompts, 1);
        safaricom.close();
        assertThat(push(prompts, 1))
                .isInstanceOfSatisfying(
                        PushAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("not_sent"));
    }

    /** Case 19. */
    @Test
    void a_busy_safaricom_is_not_asked_twice() {
        safaricom.says(Safaricom.PUSH, 500, error("500.003.02", "Error Occurred: Spike Arrest Violation"));
        assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Refused.class);
        assertThat(safaricom.calls(Safaricom.PUSH)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_leaves_it_unknown() {
        for (String page : List.of("<html>Request unsuccessful. Incapsula incident ID</html>", "", "[]", "{}")) {
            safaricom.forgets(Safaricom.PUSH).says(Safaricom.PUSH, 503, page);
            assertThat(push(prompts(), 1)).as(page).isInstanceOf(PushAnswer.Unknown.class);
        }
        safaricom.forgets(Safaricom.PUSH).says(Safaricom.PUSH, 500, error("500.003.1001", "Internal Server Error"));
        assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Unknown.class);
    }

    /** Cases 9 and 10. */
    @Test
    void twenty_threads_make_one_token_call_and_the_token_is_reused() throws Exception {
        safaricom.saysFile(Safaricom.QUERY, 200, "stk-query-200-success-2023");
        Prompts prompts = prompts();
        Callable<Prompts.QueryAnswer> question = () -> prompts.ask("ws_CO_1");
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(20, question))) {
                assertThat(answer.get().verdict()).isEqualTo(Verdict.PAID);
            }
        }
        assertThat(safaricom.calls(Safaricom.TOKEN)).isEqualTo(1);
    }

    /** Case 9. */
    @Test
    void a_token_is_replaced_five_minutes_before_it_dies_however_its_life_is_written() {
        safaricom.saysFile(Safaricom.QUERY, 200, "stk-query-200-success-2023");
        for (String file : Payload.named("oauth-200-")) {
            safaricom.forgets(Safaricom.TOKEN).saysFile(Safaricom.TOKEN, 200, file);
            MovingClock clock = new MovingClock();
            Prompts prompts = prompts(clock, safaricom.properties());
            int before = safaricom.calls(Safaricom.TOKEN);
            assertThat(prompts.ask("ws_CO_1").verdict()).isEqualTo(Verdict.PAID);
            clock.move(Duration.ofSeconds(3_298));
            assertThat(prompts.ask("ws_CO_1").verdict()).isEqualTo(Verdict.PAID);
            assertThat(safaricom.calls(Safaricom.TOKEN)).isEqualTo(before + 1);
            clock.move(Duration.ofSeconds(2));
            assertThat(prompts.ask("ws_CO_1").verdict()).isEqualTo(Verdict.PAID);
            assertThat(safaricom.calls(Safaricom.TOKEN)).isEqualTo(before + 2);
        }
    }

    /** Cases 11 and 12. */
    @Test
    void a_token_that_is_not_taken_is_replaced_once_and_never_in_a_loop() {
        safaricom
                .saysFile(Safaricom.PUSH, 404, "stk-push-404-invalid-access-token")
                .saysFile(Safaricom.PUSH, 200, "stk-push-200-accepted-docs");
        assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Accepted.class);
        assertThat(safaricom.calls(Safaricom.TOKEN)).isEqualTo(2);
        safaricom
                .forgets(Safaricom.PUSH)
                .says(Safaricom.PUSH, 401, error("401.003.01", "Invalid API call as no apiproduct match found"));
        assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Refused.class);
        assertThat(safaricom.calls(Safaricom.PUSH)).isEqualTo(4);
    }

    /** Case 13. */
    @Test
    void no_token_means_that_nothing_was_sent() {
        String page = "<html>Request unsuccessful. Incapsula incident ID</html>";
        Runnable push = () -> assertThat(push(prompts(), 1)).isInstanceOf(PushAnswer.Refused.class);
        safaricom.forgets(Safaricom.TOKEN).says(Safaricom.TOKEN, 400, "");
        push.run();
        safaricom.forgets(Safaricom.TOKEN).says(Safaricom.TOKEN, 503, page);
        push.run();
        safaricom.forgets(Safaricom.TOKEN).says(Safaricom.TOKEN, 200, page);
        push.run();
        safaricom.forgets(Safaricom.TOKEN).saysFile(Safaricom.TOKEN, 400, "oauth-400-invalid-authentication");
        push.run();
        assertThat(safaricom.calls(Safaricom.PUSH)).isZero();
    }

    /** Case 32. */
    @Test
    void a_question_that_is_not_answered_says_nothing_about_the_payment() {
        for (String file : Payload.named("stk-query-500-")) {
            safaricom.forgets(Safaricom.QUERY).saysFile(Safaricom.QUERY, 500, file);
            assertThat(prompts().ask("ws_CO_1").verdict()).as(file).isEqualTo(Verdict.NO_ANSWER);
        }
        for (int status : new int[] {200, 500}) {
            safaricom.forgets(Safaricom.QUERY).says(Safaricom.QUERY, status, error("500.001.1001", ""));
            assertThat(prompts().ask("ws_CO_1").verdict()).isEqualTo(Verdict.NO_ANSWER);
        }
        safaricom.forgets(Safaricom.QUERY).neverAnswers(Safaricom.QUERY);
        assertThat(prompts().ask("ws_CO_1").verdict()).isEqualTo(Verdict.NO_ANSWER);
    }

    /** Case 32. */
    @Test
    void an_answered_question_is_read_by_its_code() {
        safaricom
                .saysFile(Safaricom.QUERY, 200, "stk-query-200-4999-processing-2026-sandbox")
                .saysFile(Safaricom.QUERY, 200, "stk-query-200-success-2023")
                .saysFile(Safaricom.QUERY, 200, "stk-query-200-cancelled-2021-sandbox")
                .saysFile(Safaricom.QUERY, 200, "stk-query-200-1037-2026-sandbox")
                .says(Safaricom.QUERY, 200, "{\"ResponseCode\":\"0\",\"ResultCode\":\"E3008\",\"ResultDesc\":\"x\"}");
        Prompts prompts = prompts();
        assertThat(prompts.ask("ws_CO_1").verdict()).isEqualTo(Verdict.IN_FLIGHT);
        assertThat(prompts.ask("ws_CO_1").verdict()).isEqualTo(Verdict.PAID);
        assertThat(prompts.ask("ws_CO_1"))
                .isEqualTo(new Prompts.QueryAnswer(Verdict.FAILED, "1032", "You cancelled the request."));
        assertThat(prompts.ask("ws_CO_1").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(prompts.ask("ws_CO_1").verdict()).isEqualTo(Verdict.UNKNOWN_CODE);
        assertThat(safaricom.lastRequest(Safaricom.QUERY).propertyNames())
                .containsExactlyInAnyOrder("BusinessShortCode", "Password", "Timestamp", "CheckoutRequestID");
    }

    /** Case 7. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example",
                "https://shop.example/a b",
                "https://Shop.example",
                "https://mpesa.example",
                "https://shop.example/query",
                "https://x.ngrok.io",
                "ftp://localhost",
                "shop.example"
            })
    void an_address_that_safaricom_refuses_stops_the_start(String base) {
        assertThatThrownBy(() -> new CallbackUrls(base, false)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Case 7. */
    @Test
    void plain_http_is_for_this_machine_and_never_for_production() {
        assertThat(new CallbackUrls("http://localhost:8080/", false).prompt("0f"))
                .isEqualTo("http://localhost:8080/api/payments/stk/0f/");
        assertThatThrownBy(() -> new CallbackUrls("http://localhost:8080", true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new CallbackUrls("https://shop.example", true).result("0f"))
                .isEqualTo("https://shop.example/api/payments/results/0f/");
    }

    @Test
    void production_refuses_the_simulator_and_everybodys_secrets() {
        assertThatThrownBy(() -> production("http://localhost:8090", "own").requireOwnSecrets())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> production("https://api.safaricom.co.ke", DarajaProperties.SANDBOX_PASSKEY)
                        .requireOwnSecrets())
                .isInstanceOf(IllegalArgumentException.class);
        production("https://api.safaricom.co.ke", "own").requireOwnSecrets();
    }

    private static DarajaProperties production(String base, String passkey) {
        return new DarajaProperties(
                URI.create(base),
                "key",
                "secret",
                "600999",
                passkey,
                "",
                "operator",
                "password",
                Path.of("certificate.cer"),
                "https://shop.example",
                Duration.ofSeconds(2),
                Duration.ofSeconds(15));
    }

    private Prompts prompts() {
        return prompts(LATE_EVENING, safaricom.properties());
    }

    private static Prompts prompts(Clock clock, DarajaProperties properties) {
        return new Prompts(client(clock, properties), properties, clock);
    }

    static DarajaClient client(Clock clock, DarajaProperties properties) {
        Transport transport = new Transport(properties, Payload.JSON);
        return new DarajaClient(transport, new Tokens(transport, new MemoryTokenStore(), clock, properties));
    }

    private static PushAnswer push(Prompts prompts, long shillings) {
        return prompts.push(PHONE, Money.ofMajor(shillings, CurrencyCode.KES), "D12345678", CALLBACK);
    }

    private static String error(String code, String message) {
        return "{\"requestId\":\"1\",\"errorCode\":\"%s\",\"errorMessage\":\"%s\"}".formatted(code, message);
    }
}
