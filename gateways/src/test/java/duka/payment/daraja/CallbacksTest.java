package duka.payment.daraja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import duka.kernel.PhoneNumber;
import duka.payment.api.PaymentCommand.DisputeAttempt;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.RecordReceipt;
import duka.payment.api.PaymentCommand.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What is posted to us: stored first, thanked for, and believed only as far as it goes. */
class CallbacksTest {

    private static final String SUCCESS = "stk-callback-0-success-2022";
    private static final String THANKS = "{\"ResultCode\":0,\"ResultDesc\":\"Accepted\"}";

    private Shop shop;
    private MockMvc http;

    @BeforeEach
    void open() {
        shop = Shop.open();
        http = http(shop.callbacks, Duration.ofSeconds(30));
    }

    /** Cases 20 and 25. */
    @Test
    void a_success_on_its_address_is_told_to_its_payment() throws Exception {
        shop.attemptStarted();
        thanked("/api/payments/stk/" + shop.token() + "/", Payload.text(SUCCESS));
        shop.readAll();
        assertThat(shop.payments.all(RecordCallback.class)).singleElement().satisfies(told -> {
            assertThat(told.attemptId()).isEqualTo(Shop.ATTEMPT);
            assertThat(told.verdict()).isEqualTo(Verdict.PAID);
            assertThat(told.amount()).isEqualTo(Shop.ONE_SHILLING);
            assertThat(told.receipt()).isEqualTo("QJD4T7ZOT0");
            assertThat(told.phone()).isEqualTo(Shop.PHONE);
            assertThat(told.checkoutRequestId().value()).isEqualTo("ws_CO_13102022154520280708374149");
        });
        assertThat(shop.unmatched()).isEmpty();
        assertThat(shop.addresses.byCheckout(shop.secrecy.hashOfCheckout("ws_CO_13102022154520280708374149")))
                .isPresent();
    }

    /** Case 22. */
    @Test
    void every_recorded_failure_ends_its_attempt_in_words_for_the_customer() throws Exception {
        shop.attemptStarted();
        var failures = Payload.named("stk-callback-").stream()
                .filter(file -> !file.contains("-0-"))
                .toList();
        for (String file : failures) {
            thanked("/api/payments/stk/" + shop.token() + "/", Payload.text(file));
        }
        shop.readAll();
        assertThat(shop.payments.all(RecordCallback.class))
                .hasSize(failures.size())
                .allSatisfy(told -> {
                    assertThat(told.verdict()).isEqualTo(Verdict.FAILED);
                    assertThat(told.resultText()).doesNotContain("STK_CB").isNotBlank();
                });
    }

    /** Case 26. */
    @Test
    void a_hundred_equal_posts_at_once_are_one() throws Exception {
        shop.attemptStarted();
        Callable<Void> posted = () -> {
            shop.callbacks.keep(StoredCallback.Kind.PROMPT, shop.token(), Payload.text(SUCCESS));
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var one : threads.invokeAll(Collections.nCopies(100, posted))) {
                one.get();
            }
        }
        assertThat(shop.board.taken(Works.CALLBACK)).hasSize(1);
        assertThat(shop.callbacks.count(null)).isEqualTo(1);
    }

    /** Cases 28 and 29. */
    @Test
    void a_post_to_an_address_that_we_never_gave_is_thanked_for_and_kept() throws Exception {
        shop.attemptStarted();
        thanked("/api/payments/stk/00000000000000000000000000000000/", Payload.text(SUCCESS));
        thanked(
                "/api/payments/results/00000000000000000000000000000000/",
                Payload.text("reversal-result-0-success-docs"));
        thanked("/api/payments/timeouts/00000000000000000000000000000000/", "{\"any\":\"thing\"}");
        thanked("/api/payments/c2b/00000000000000000000000000000000/", Payload.text("c2b-confirmation-v2-masked-docs"));
        shop.readAll();
        assertThat(shop.payments.heard).isEmpty();
        assertThat(shop.unmatched())
                .hasSize(4)
                .allSatisfy(kept -> assertThat(kept.reason()).isEqualTo("unknown_address"));
    }

    /** Case 28. */
    @Test
    void another_amount_is_told_for_review_and_listed() throws Exception {
        shop.attemptStarted();
        thanked("/api/payments/stk/" + shop.token() + "/", Payload.text(SUCCESS).replace("1.00", "2.00"));
        shop.readAll();
        assertThat(shop.unmatched())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).isEqualTo("amount_differs"));
        assertThat(shop.claimed).isEmpty();
    }

    /** Case 28. */
    @Test
    void another_phone_is_listed_too() throws Exception {
        shop.attemptStarted();
        thanked(
                "/api/payments/stk/" + shop.token() + "/",
                Payload.text(SUCCESS).replace("\"Value\": 254708374149", "\"Value\": 254711111111"));
        shop.readAll();
        assertThat(shop.unmatched())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).isEqualTo("phone_differs"));
    }

    /** Case 30. */
    @Test
    void a_receipt_that_paid_for_another_attempt_is_disputed() throws Exception {
        shop.attemptStarted();
        shop.claimed.put("payment.receipt:QJD4T7ZOT0", UUID.randomUUID());
        thanked("/api/payments/stk/" + shop.token() + "/", Payload.text(SUCCESS));
        shop.readAll();
        assertThat(shop.payments.all(DisputeAttempt.class))
                .singleElement()
                .satisfies(told -> assertThat(told.reason()).isEqualTo("receipt_taken"));
        assertThat(shop.payments.all(RecordCallback.class)).isEmpty();
    }

    /** Cases 28 and 29. */
    @Test
    void what_comes_to_the_open_address_makes_us_ask_and_is_not_believed() throws Exception {
        shop.attemptStarted();
        shop.addresses.learnCheckout(
                Shop.ATTEMPT,
                shop.secrecy.hashOfCheckout("ws_CO_13102022154520280708374149"),
                shop.envelope.seal(null, "ws_CO_13102022154520280708374149"));
        thanked("/api/payments/mpesa/callback/", Payload.text(SUCCESS));
        thanked("/api/payments/mpesa/callback/", Payload.text("stk-callback-1032-cancelled-docs"));
        shop.readAll();
        assertThat(shop.payments.heard).isEmpty();
        assertThat(shop.board.taken(Works.VERIFY)).hasSize(1);
        assertThat(shop.unmatched())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).isEqualTo("unknown_checkout"));
    }

    /** Case 37. */
    @Test
    void the_announcement_of_a_prompts_money_confirms_it_once() throws Exception {
        shop.attemptStarted();
        String announced = Payload.text("c2b-confirmation-v2-masked-docs")
                .replace("Sample Transaction", "D12345678")
                .replace("5.00", "1.00");
        String path = "/api/payments/c2b/" + shop.secrecy.confirmationToken() + "/";
        thanked(path, announced);
        thanked(path, announced);
        shop.readAll();
        assertThat(shop.payments.all(RecordReceipt.class)).singleElement().satisfies(told -> {
            assertThat(told.receipt()).isEqualTo("RKL51ZDR4F");
            assertThat(told.source()).isEqualTo("c2b");
        });
    }

    /** Case 31. */
    @Test
    void what_is_too_long_or_no_json_is_refused() throws Exception {
        http.perform(json("/api/payments/mpesa/callback/", "{\"a\":\"" + "x".repeat(64 * 1024) + "\"}"))
                .andExpect(status().is(413));
        for (String body : new String[] {"", "{", "hello", "{\"a\":1} }"}) {
            http.perform(json("/api/payments/mpesa/callback/", body)).andExpect(status().isBadRequest());
        }
        assertThat(shop.callbacks.count(null)).isZero();
    }

    /** Case 31. */
    @Test
    void a_slow_database_does_not_keep_safaricom_waiting() throws Exception {
        http = http(shop.callbacks, Duration.ofMillis(100));
        try (var blocker = shop.lockCallbacks()) {
            thanked("/api/payments/stk/" + shop.token() + "/", Payload.text(SUCCESS));
            blocker.release();
        }
        shop.awaitCallbacks(1);
    }

    @Test
    void staff_say_to_which_payment_a_callback_belongs() throws Exception {
        shop.attemptStarted();
        thanked("/api/payments/stk/00000000000000000000000000000000/", Payload.text(SUCCESS));
        shop.readAll();
        UUID id = shop.unmatched().getFirst().id();
        CallbackDesk desk =
                new CallbackDesk(shop.callbacks, shop.addresses, shop.promptCallbacks, shop.envelope, Payload.JSON);
        var listed = desk.list(false, new duka.kernel.api.PageRequest(1, 24))
                .results()
                .getFirst();
        assertThat(listed.receiptNumber()).isEqualTo("QJD4T7ZOT0");
        assertThat(listed.phoneMasked()).isEqualTo(new PhoneNumber("+254708374149").masked());
        desk.match(id.toString(), new CallbackDesk.MatchRequest(Shop.PAYMENT.toString()));
        assertThat(shop.payments.all(RecordCallback.class)).hasSize(1);
        assertThat(shop.unmatched()).isEmpty();
        assertThat(shop.callbacks.entry(id).paymentId()).isEqualTo(Shop.PAYMENT.value());
    }

    @Test
    void what_is_old_is_forgotten() {
        shop.callbacks.keep(StoredCallback.Kind.OPEN_PROMPT, null, "{\"n\":1}");
        shop.database
                .sql("UPDATE edge.callback SET received_at = now() - interval '31 days'")
                .update();
        shop.callbacks.keep(StoredCallback.Kind.OPEN_PROMPT, null, "{\"n\":2}");
        assertThat(shop.callbacks.forget()).isEqualTo(1);
        assertThat(shop.callbacks.count(null)).isEqualTo(1);
    }

    private static MockMvc http(CallbackStore store, Duration patience) {
        return MockMvcBuilders.standaloneSetup(new CallbackController(
                        new CallbackIntake(store, new Figures(new SimpleMeterRegistry()), patience), Payload.JSON))
                .build();
    }

    private void thanked(String path, String body) throws Exception {
        http.perform(json(path, body))
                .andExpect(status().isOk())
                .andExpect(content().json(THANKS));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder json(
            String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
