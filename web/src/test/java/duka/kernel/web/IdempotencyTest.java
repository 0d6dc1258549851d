package duka.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.identity.web.GateClient;
import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateTest;
import duka.identity.web.Probes;
import duka.kernel.Rejection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GateTest
class IdempotencyTest {

    private static final Map<String, Object> ORDER = Map.of("full_name", "Wanjiku");

    @Autowired
    private GateClient client;

    @Autowired
    private Probes shop;

    @Autowired
    private JdbcClient database;

    private final String key = UUID.randomUUID().toString();
    private final String cart = UUID.randomUUID().toString();
    private int runsBefore;

    @BeforeEach
    void count() {
        runsBefore = shop.runs.get();
    }

    @AfterEach
    void openTheGate() {
        shop.gate.get().countDown();
        shop.gate.set(new CountDownLatch(0));
        shop.failure.set(null);
    }

    private Answer order() {
        return order(ORDER);
    }

    private Answer order(Map<String, Object> body) {
        return client.post("/api/orders/", body, "Idempotency-Key", key, "X-Cart-Token", cart);
    }

    private int runs() {
        return shop.runs.get() - runsBefore;
    }

    private void leaseRunsOut() {
        assertThat(database.sql(
                                "update edge.idempotency set lease_until = now() - interval '1 second' where answer is null")
                        .update())
                .isPositive();
    }

    @Test
    void the_same_key_and_body_get_the_first_answer() {
        Answer first = order();
        Answer second = order();
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotBlank();
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void another_body_under_the_key_is_refused() {
        order();
        Answer other = order(Map.of("full_name", "Otieno"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void of_twenty_at_once_one_runs_and_the_others_hear_so() {
        shop.gate.set(new CountDownLatch(1));
        List<CompletableFuture<Answer>> all = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        this::order, task -> Thread.ofVirtual().start(task)))
                .toList();
        await().until(() -> all.stream().filter(CompletableFuture::isDone).count() == 19);
        shop.gate.get().countDown();
        List<Answer> answers = all.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(19)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("idempotency_key_in_progress"));
        assertThat(runs()).isEqualTo(1);
        assertThat(order().header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void a_run_that_died_is_taken_over_with_the_same_ids() throws Exception {
        shop.gate.set(new CountDownLatch(1));
        CompletableFuture<Answer> dying = CompletableFuture.supplyAsync(
                this::order, task -> Thread.ofVirtual().start(task));
        await().until(() -> runs() == 1);
        leaseRunsOut();
        CountDownLatch held = shop.gate.getAndSet(new CountDownLatch(0));
        Answer taken = order();
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.header("Idempotent-Replayed")).isEmpty();
        assertThat(runs()).isEqualTo(2);
        held.countDown();
        Answer late = dying.join();
        assertThat(late.text("id")).isEqualTo(taken.text("id"));
        assertThat(late.text("second")).isEqualTo(taken.text("second")).isNotEqualTo(taken.text("id"));
        assertThat(order().body()).isEqualTo(taken.body());
    }

    @Test
    void a_failure_is_not_kept_and_the_next_run_makes_the_same_ids() {
        shop.failure.set(new IllegalStateException("crash"));
        assertThat(order().status()).isEqualTo(500);
        String seed = database.sql(
                        "select seed from edge.idempotency where answer is null order by created_at desc limit 1")
                .query(String.class)
                .single();
        assertThat(order().status()).isEqualTo(201);
        assertThat(database.sql("select count(*) from edge.idempotency where seed = cast(:seed as uuid) and run = 2")
                        .param("seed", seed)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void what_a_rule_refused_is_kept_too() {
        shop.failure.set(new Rejection("cart_empty", "There is nothing to order."));
        assertThat(order().code()).isEqualTo("cart_empty");
        Answer again = order();
        assertThat(again.code()).isEqualTo("cart_empty");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void a_400_frees_the_key() {
        assertThat(order(Map.of("full_name", 1)).status()).isEqualTo(400);
        assertThat(order().status()).isEqualTo(201);
    }

    @Test
    void after_a_day_the_key_is_a_new_one() {
        String first = order().text("id");
        database.sql("update edge.idempotency set created_at = now() - interval '25 hours'")
                .update();
        Answer second = order(Map.of("full_name", "Otieno"));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("id")).isNotEqualTo(first);
    }

    @Test
    void keys_belong_to_their_caller() {
        String first = order().text("id");
        Answer other = client.post("/api/orders/", ORDER, "Idempotency-Key", key, "X-Cart-Token", "another");
        assertThat(other.text("id")).isNotEqualTo(first);
        assertThat(client.post("/api/orders/", ORDER, "Idempotency-Key", key).header("Idempotent-Replayed"))
                .isEmpty();
        assertThat(runs()).isEqualTo(3);
    }

    @Test
    void a_key_that_is_too_long_is_a_400() {
        Answer answer = client.post("/api/orders/", ORDER, "Idempotency-Key", "x".repeat(256), "X-Cart-Token", cart);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("idempotency_key_invalid");
    }

    @Test
    void kept_answers_tell_nothing_to_whoever_reads_the_table() {
        order(Map.of("full_name", "Canary Kamau"));
        assertThat(database.sql("select string_agg(i::text, ' ') from edge.idempotency i")
                        .query(String.class)
                        .single())
                .doesNotContain("Canary", cart, key);
    }
}
