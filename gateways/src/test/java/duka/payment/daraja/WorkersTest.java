package duka.payment.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.OrderId;
import duka.kernel.PhoneNumber;
import duka.kernel.api.DueWorkHandler.Next;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentCommand.BeginPush;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RecordPushAccepted;
import duka.payment.api.PaymentCommand.RecordPushRefused;
import duka.payment.api.PaymentCommand.RecordPushUnanswered;
import duka.payment.api.PaymentCommand.RecordQueryAnswer;
import duka.payment.api.PaymentCommand.RecordReceipt;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.MoneyReported;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.PushAccepted;
import duka.payment.api.PaymentQuery.FindPromptOnPhone;
import duka.payment.api.PaymentQuery.PhoneBusy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done outside, when, and how often. */
class WorkersTest {

    private static final String CHECKOUT = "ws_CO_1007202409152617708374149";

    private Shop shop;
    private Safaricom safaricom;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.open();
        safaricom = new Safaricom();
    }

    @AfterEach
    void close() {
        safaricom.close();
    }

    @Test
    void a_started_attempt_has_an_address_two_deadlines_and_a_push_to_be_sent() {
        shop.attemptStarted();
        assertThat(shop.addresses.byToken(shop.secrecy.hashOfToken(shop.token())))
                .isPresent();
        assertThat(shop.token()).matches("[0-9a-f]{32}");
        assertThat(shop.deadlines)
                .containsEntry(AttemptDeadline.EXPIRY, shop.clock.instant().plus(Duration.ofMinutes(10)))
                .containsEntry(AttemptDeadline.END, shop.clock.instant().plus(Duration.ofHours(48)));
        assertThat(shop.board.taken(Works.PUSH)).hasSize(1);
    }

    @Test
    void a_push_that_was_accepted_is_recorded_with_its_ids() {
        safaricom.saysFile(Safaricom.PUSH, 200, "stk-push-200-accepted-docs");
        push(Leave.GO);
        assertThat(shop.payments.all(RecordPushAccepted.class))
                .singleElement()
                .satisfies(told -> assertThat(told.checkoutRequestId().value()).isEqualTo(CHECKOUT));
        assertThat(safaricom.lastRequest(Safaricom.PUSH).path("CallBackURL").asString())
                .isEqualTo("http://localhost:8080/api/payments/stk/" + shop.token() + "/");
        assertThat(shop.payments.heard.getFirst()).isInstanceOf(BeginPush.class);
    }

    @Test
    void a_push_that_was_refused_or_left_open_is_recorded_as_that() {
        safaricom
                .saysFile(Safaricom.PUSH, 400, "stk-push-400-invalid-callbackurl")
                .cutsTheLine(Safaricom.PUSH);
        push(Leave.GO);
        assertThat(shop.payments.all(RecordPushRefused.class)).hasSize(1);
        push(Leave.GO);
        assertThat(shop.payments.all(RecordPushUnanswered.class)).hasSize(1);
    }

    /** Case 36. */
    @Test
    void a_push_that_died_half_way_is_reported_as_unknown_and_never_sent_again() {
        push(Leave.BEGUN_BEFORE);
        assertThat(shop.payments.all(RecordPushUnanswered.class)).hasSize(1);
        assertThat(safaricom.calls(Safaricom.PUSH)).isZero();
    }

    @Test
    void a_push_that_is_not_wanted_is_not_sent() {
        push(Leave.NOT_WANTED);
        assertThat(shop.payments.heard).hasSize(1);
        assertThat(safaricom.calls(Safaricom.PUSH)).isZero();
    }

    /** Case 32. */
    @Test
    void a_pending_prompt_is_asked_about_every_ten_seconds_then_minutes_then_hours_then_never() {
        prompted();
        safaricom.saysFile(Safaricom.QUERY, 200, "stk-query-200-4999-processing-2026-sandbox");
        shop.payments.state = AttemptState.PENDING;
        AskAboutPrompt usual = asking(Works.ASK, Rhythm.USUAL);
        Works.Ask work = ask();
        assertThat(pause(usual.run(work, 1))).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        shop.clock.move(Duration.ofMinutes(5));
        assertThat(pause(usual.run(work, 9))).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        shop.clock.move(Duration.ofHours(10));
        assertThat(pause(usual.run(work, 99))).isEqualTo(Duration.ofHours(2));
        shop.clock.move(Duration.ofHours(48));
        assertThat(usual.run(work, 199)).isEqualTo(Next.done());
        assertThat(shop.payments.all(RecordQueryAnswer.class)).hasSize(4);
    }

    @Test
    void a_decided_prompt_is_not_asked_about_any_more() {
        prompted();
        safaricom.saysFile(Safaricom.QUERY, 200, "stk-query-200-cancelled-2021-sandbox");
        shop.payments.state = AttemptState.FAILED;
        assertThat(asking(Works.ASK, Rhythm.USUAL).run(ask(), 1)).isEqualTo(Next.done());
    }

    /** Case 33. */
    @Test
    void money_that_a_query_brings_up_is_asked_about_a_second_time_at_once() {
        prompted();
        safaricom.saysFile(Safaricom.QUERY, 200, "stk-query-200-success-2023");
        shop.payments.state = AttemptState.PAID_UNVERIFIED;
        Next unused = asking(Works.ASK, Rhythm.USUAL).run(ask(), 1);
        assertThat(safaricom.calls(Safaricom.QUERY)).isEqualTo(2);
    }

    @Test
    void a_prompt_without_an_id_waits_for_its_callback() {
        shop.attemptStarted();
        assertThat(pause(asking(Works.ASK, Rhythm.USUAL).run(ask(), 1))).isPositive();
        assertThat(safaricom.calls(Safaricom.QUERY)).isZero();
    }

    /** Case 35. */
    @Test
    void a_contradiction_is_asked_about_every_fifteen_seconds_for_five_minutes() {
        prompted();
        safaricom.saysFile(Safaricom.QUERY, 200, "stk-query-200-cancelled-2021-sandbox");
        shop.payments.state = AttemptState.REVIEW;
        AskAboutPrompt disputed = asking(Works.ASK_DISPUTED, Rhythm.DISPUTED);
        Works.Ask work = ask();
        assertThat(pause(disputed.run(work, 1))).isEqualTo(Duration.ofSeconds(15));
        shop.clock.move(Duration.ofMinutes(6));
        assertThat(pause(disputed.run(work, 21))).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        shop.payments.state = AttemptState.PAID;
        assertThat(disputed.run(work, 22)).isEqualTo(Next.done());
    }

    @Test
    void reported_money_is_verified_at_once() {
        shop.attemptStarted();
        shop.reactions()
                .on(
                        new MoneyReported(
                                Shop.PAYMENT, Shop.ORDER, Shop.ATTEMPT, Shop.ONE_SHILLING, "SKE1ABCDEF", "callback"),
                        shop.clock.instant());
        assertThat(shop.board.taken(Works.VERIFY))
                .singleElement()
                .satisfies(piece -> assertThat(piece.delay()).isZero());
        assertThat(shop.board.taken(Works.ASK)).hasSize(1);
    }

    @Test
    void an_accepted_push_is_first_asked_about_after_twenty_seconds_and_a_dispute_after_fifteen() {
        shop.reactions()
                .on(new PushAccepted(Shop.PAYMENT, Shop.ORDER, Shop.ATTEMPT, "1", Shop.PHONE), shop.clock.instant());
        assertThat(shop.board.taken(Works.ASK))
                .singleElement()
                .satisfies(piece -> assertThat(piece.delay()).isEqualTo(Duration.ofSeconds(20)));
        shop.reactions()
                .on(
                        new AttemptDisputed(Shop.PAYMENT, Shop.ORDER, Shop.ATTEMPT, "query_disagrees", null, null),
                        shop.clock.instant());
        assertThat(shop.board.taken(Works.ASK_DISPUTED))
                .singleElement()
                .satisfies(piece -> assertThat(piece.delay()).isEqualTo(Duration.ofSeconds(15)));
    }

    /** Case 33. */
    @Test
    void a_missing_receipt_is_pulled_from_safaricoms_own_list() {
        shop.attemptStarted();
        shop.reactions()
                .on(
                        new PaymentSettled(Shop.PAYMENT, Shop.ORDER, Shop.ATTEMPT, Shop.ONE_SHILLING, null, null),
                        shop.clock.instant());
        Works.Receipt work =
                (Works.Receipt) shop.board.taken(Works.RECEIPT).getFirst().data();
        FetchReceipt fetch = new FetchReceipt(receipts(), shop.addresses, shop.payments, shop.clock);
        safaricom.saysFile(Safaricom.PULL, 200, "pull-query-1001-2026-sandbox");
        assertThat(pause(fetch.run(work, 1))).isEqualTo(Duration.ofMinutes(1));
        safaricom.forgets(Safaricom.PULL).says(Safaricom.PULL, 200, listed());
        assertThat(fetch.run(work, 2)).isEqualTo(Next.done());
        assertThat(shop.payments.all(RecordReceipt.class))
                .singleElement()
                .satisfies(told -> assertThat(told.receipt()).isEqualTo("yzlyrEsRG1"));
    }

    @Test
    void money_of_a_prompt_whose_answer_and_callback_were_lost_is_found_in_safaricoms_own_list() {
        shop.attemptStarted();
        AskAboutPrompt usual = asking(Works.ASK, Rhythm.USUAL);
        safaricom.saysFile(Safaricom.PULL, 200, "pull-query-1001-2026-sandbox");
        shop.payments.state = AttemptState.SEND_UNKNOWN;
        assertThat(pause(usual.run(ask(), 1))).isLessThan(Duration.ofSeconds(13));
        assertThat(shop.payments.all(RecordReceipt.class)).isEmpty();
        safaricom.forgets(Safaricom.PULL).says(Safaricom.PULL, 200, listed());
        shop.payments.state = AttemptState.PAID;
        assertThat(usual.run(ask(), 2)).isEqualTo(Next.done());
        assertThat(shop.payments.all(RecordReceipt.class))
                .singleElement()
                .satisfies(told -> assertThat(told.receipt()).isEqualTo("yzlyrEsRG1"));
        assertThat(safaricom.calls(Safaricom.QUERY)).isZero();
    }

    @Test
    void a_phone_is_busy_for_other_orders_while_a_prompt_may_be_on_it() {
        shop.attemptStarted();
        PromptsOnPhones phones =
                new PromptsOnPhones(shop.addresses, shop.secrecy, new AttemptTimes(Duration.ofMinutes(10)), shop.clock);
        PhoneNumber phone = new PhoneNumber("+254708374149");
        OrderId other = new OrderId(UUID.randomUUID());
        assertThat(phones.answer(new FindPromptOnPhone(phone, other))).isEqualTo(new PhoneBusy(true));
        assertThat(phones.answer(new FindPromptOnPhone(phone, Shop.ORDER))).isEqualTo(new PhoneBusy(false));
        shop.reactions().on(new AttemptFailed(Shop.PAYMENT, Shop.ORDER, Shop.ATTEMPT, "1032", ""));
        assertThat(phones.answer(new FindPromptOnPhone(phone, other))).isEqualTo(new PhoneBusy(false));
    }

    /** Case 10. */
    @Test
    void two_processes_share_one_token() throws Exception {
        safaricom.saysFile(Safaricom.QUERY, 200, "stk-query-200-success-2023");
        List<Prompts> processes = List.of(process(), process(), process());
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(12)) {
            List<java.util.concurrent.Callable<Prompts.QueryAnswer>> questions = new java.util.ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Prompts process = processes.get(i % 3);
                questions.add(() -> process.ask("ws_CO_1"));
            }
            for (var answer : threads.invokeAll(questions)) {
                assertThat(answer.get().code()).isEqualTo("0");
            }
        }
        assertThat(safaricom.calls(Safaricom.TOKEN)).isEqualTo(1);
    }

    private Prompts process() {
        DarajaProperties properties = safaricom.properties();
        java.time.Clock clock = java.time.Clock.systemUTC();
        Transport transport = new Transport(properties, Payload.JSON);
        TokenStore store = new SharedTokenStore(shop.database, shop.envelope);
        return new Prompts(
                new DarajaClient(transport, new Tokens(transport, store, clock, properties)), properties, clock);
    }

    private void push(Leave leave) {
        shop.attemptStarted();
        shop.payments.leaves.clear();
        shop.payments.leaves.add(leave);
        PushPrompt worker = new PushPrompt(
                shop.payments,
                prompts(),
                new CallbackUrls("http://localhost:8080", false),
                shop.secrecy,
                shop.addresses,
                shop.envelope,
                shop.figures,
                shop.clock);
        Works.Push work = (Works.Push) shop.board.taken(Works.PUSH).getFirst().data();
        assertThat(worker.run(work, 1)).isEqualTo(Next.done());
    }

    private void prompted() {
        shop.attemptStarted();
        shop.addresses.learnCheckout(
                Shop.ATTEMPT, shop.secrecy.hashOfCheckout(CHECKOUT), shop.envelope.seal(null, CHECKOUT));
    }

    private AskAboutPrompt asking(String task, Rhythm rhythm) {
        return new AskAboutPrompt(
                task,
                rhythm,
                new Questions(
                        shop.payments, prompts(), shop.addresses, receipts(), shop.envelope, shop.figures, shop.clock),
                shop.clock);
    }

    private PulledReceipts receipts() {
        return new PulledReceipts(
                new Statements(PromptsTest.client(shop.clock, safaricom.properties()), safaricom.properties()),
                shop.claims(),
                shop.clock);
    }

    /** The one shilling of this order in the list. */
    private static String listed() {
        return Payload.text("pull-query-1000-docs")
                .replace("37207636392", "D12345678")
                .replace("168.00", "1.00");
    }

    private Works.Ask ask() {
        return new Works.Ask(Shop.PAYMENT, Shop.ATTEMPT, shop.clock.instant());
    }

    private Prompts prompts() {
        return new Prompts(PromptsTest.client(shop.clock, safaricom.properties()), safaricom.properties(), shop.clock);
    }

    private static Duration pause(Next next) {
        return ((Next.Again) next).after();
    }
}
