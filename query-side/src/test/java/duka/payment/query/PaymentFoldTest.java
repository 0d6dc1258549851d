package duka.payment.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.checkout.query.Sale;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.query.MissingRow;
import duka.kernel.query.Story;
import duka.kernel.query.Told;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.ContradictionNoted;
import duka.payment.api.PaymentEvent.PaymentAnnotated;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.ProviderMoneyDeclined;
import duka.payment.api.PaymentEvent.ProviderMoneyDisputed;
import duka.payment.api.PaymentEvent.ProviderPaymentFailed;
import duka.payment.api.PaymentEvent.PushUnanswered;
import duka.payment.api.PaymentEvent.ReceiptLearnt;
import duka.payment.api.PaymentEvent.RefundBegun;
import duka.payment.api.PaymentEvent.RefundFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundRevised;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentEvent.RefundUnanswered;
import duka.payment.api.PaymentEvent.RefundWithdrawn;
import duka.payment.api.PaymentStatus;
import duka.payment.api.PaymentView;
import duka.payment.api.PaymentView.Attempt;
import duka.payment.api.PaymentView.Refund;
import duka.payment.api.PaymentView.RefundState;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentFoldTest {

    private final Story story = new Story();
    private final Sale sale = new Sale(story, "A1");
    private final RefundId refund = RefundId.of(sale.payment, "broken");

    @BeforeEach
    void askedForMoney() {
        sale.await(500);
    }

    @Test
    void an_attempt_keeps_what_it_was_told() {
        sale.prompt(500);
        assertThat(attempt().state()).isEqualTo(AttemptState.PENDING);
        assertThat(attempt().checkoutRequestId().reveal()).contains(sale.checkoutRequestId());
        assertThat(attempt().endedAt()).isNull();
        sale.fail();
        assertThat(attempt().state()).isEqualTo(AttemptState.FAILED);
        assertThat(attempt().resultCode()).isEqualTo("1032");
        assertThat(attempt().resultText()).isEqualTo("Request cancelled by user");
        assertThat(attempt().endedAt()).isEqualTo(story.told().getLast().at());
        assertThat(fold().status()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void money_wins_over_an_earlier_failure() {
        sale.prompt(500).fail().report(500);
        assertThat(attempt().state()).isEqualTo(AttemptState.PAID_UNVERIFIED);
        assertThat(attempt().resultCode()).isNull();
        assertThat(attempt().endedAt()).isNull();
        sale.settle(500);
        assertThat(attempt().state()).isEqualTo(AttemptState.PAID);
        assertThat(fold().settled()).isTrue();
    }

    @Test
    void another_providers_word_is_shown_as_it_changes() {
        sale.tell(new ProviderPaymentFailed(sale.payment, sale.order, "provider_failed", "Declined"));
        assertThat(fold().status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(fold().failureCode()).isEqualTo("provider_failed");
        assertThat(fold().failureMessage()).isEqualTo("Declined");
        sale.tell(new ProviderMoneyDisputed(
                sale.payment, sale.order, "amount_differs", Money.ofMajor(1, CurrencyCode.KES), "ch_1"));
        assertThat(fold().status()).isEqualTo(PaymentStatus.DISPUTED);
        assertThat(fold().failureCode()).isNull();
        sale.tell(new ProviderMoneyDeclined(sale.payment, sale.order, "ch_1", "not ours"));
        assertThat(fold().status()).isEqualTo(PaymentStatus.FAILED);
        sale.tell(
                new PaymentSettled(sale.payment, sale.order, null, Money.ofMajor(500, CurrencyCode.KES), "ch_2", null));
        assertThat(fold().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(fold().receipt()).isEqualTo("ch_2");
        assertThat(fold().failureCode()).isNull();
    }

    @Test
    void a_prompt_nobody_answered_is_unknown_and_then_given_up() {
        sale.begin(500).tell(new PushUnanswered(sale.payment, sale.order, sale.attempt()));
        assertThat(fold().status()).isEqualTo(PaymentStatus.PENDING);
        sale.tell(new AttemptExpired(sale.payment, sale.order, sale.attempt()));
        assertThat(attempt().state()).isEqualTo(AttemptState.EXPIRED_OPEN);
        assertThat(fold().status()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void a_receipt_may_come_after_its_money() {
        sale.prompt(500);
        sale.tell(new PaymentSettled(sale.payment, sale.order, sale.attempt(), fold().amount(), null, null));
        sale.tell(new ReceiptLearnt(sale.payment, sale.order, sale.attempt(), "SGR7LATE00", "pull"));
        assertThat(fold().decisive().receipt()).isEqualTo("SGR7LATE00");
    }

    @Test
    void cash_settles_without_an_attempt() {
        sale.tell(new PaymentSettled(sale.payment, sale.order, null, Story.shillings(500), null, null));
        assertThat(fold().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(fold().attempts()).isEmpty();
    }

    @Test
    void imported_history_says_when_the_money_came() {
        Instant then = Instant.parse("2024-02-29T09:00:00Z");
        sale.prompt(500);
        sale.tell(new PaymentSettled(sale.payment, sale.order, sale.attempt(), Story.shillings(500), "R", then));
        assertThat(attempt().endedAt()).isEqualTo(then);
    }

    @Test
    void only_what_the_order_paid_counts_as_refunded() {
        sale.prompt(500).settle(500).refund("broken", 200);
        assertThat(fold().refunded()).isEqualTo(Story.shillings(200));
        RefundId second = RefundId.of(sale.payment, "twice");
        sale.tell(new RefundRequested(
                sale.payment,
                sale.order,
                second,
                Story.shillings(500),
                "paid twice",
                RefundVia.B2C,
                null,
                null,
                sale.attempt()));
        sale.tell(new RefundSucceeded(sale.payment, sale.order, second, Story.shillings(500), "R", null));
        assertThat(fold().refunded()).isEqualTo(Story.shillings(200));
        assertThat(fold().refunds()).extracting(Refund::excess).containsExactly(false, true);
    }

    @Test
    void a_refund_goes_its_way() {
        request();
        assertThat(refund().state()).isEqualTo(RefundState.REQUESTED);
        sale.tell(new RefundRevised(sale.payment, sale.order, refund, "wrong size", 2));
        assertThat(refund().reason()).isEqualTo("wrong size");
        assertThat(refund().version()).isEqualTo(2);
        sale.tell(new RefundBegun(sale.payment, sale.order, refund));
        assertThat(refund().state()).isEqualTo(RefundState.PROCESSING);
        sale.tell(new RefundUnanswered(sale.payment, sale.order, refund));
        assertThat(refund().state()).isEqualTo(RefundState.UNKNOWN);
        sale.tell(new RefundFailed(sale.payment, sale.order, refund, "2001", "wrong credential"));
        assertThat(refund().state()).isEqualTo(RefundState.FAILED);
        assertThat(refund().failureCode()).isEqualTo("2001");
        assertThat(fold().refunded().isZero()).isTrue();
    }

    @Test
    void a_withdrawn_refund_was_never_there() {
        request();
        sale.tell(new RefundWithdrawn(sale.payment, sale.order, refund));
        assertThat(fold().refunds()).isEmpty();
    }

    @Test
    void notes_are_edits_and_contradictions_are_not() {
        sale.prompt(500).tell(new PaymentAnnotated(sale.payment, sale.order, "Rang the customer", 2));
        sale.tell(new ContradictionNoted(sale.payment, sale.order, sale.attempt(), "1032", "query"));
        assertThat(fold().note()).isEqualTo("Rang the customer");
        assertThat(fold().version()).isEqualTo(2);
        assertThat(fold().updatedAt()).isEqualTo(story.told().getLast().at());
    }

    @Test
    void nothing_follows_from_nothing() {
        PaymentEvent late = new PaymentAnnotated(sale.payment, sale.order, "", 2);
        assertThatThrownBy(() -> PaymentFold.apply(null, late, Instant.EPOCH)).isInstanceOf(MissingRow.class);
    }

    private void request() {
        sale.prompt(500).settle(500);
        sale.tell(new RefundRequested(
                sale.payment,
                sale.order,
                refund,
                Story.shillings(500),
                "broken",
                RefundVia.REVERSAL,
                "SGR7",
                null,
                null));
    }

    private Attempt attempt() {
        return fold().attempts().getLast();
    }

    private Refund refund() {
        return fold().refunds().getLast();
    }

    private PaymentView fold() {
        PaymentView payment = null;
        for (Told told : story.told()) {
            if (told.event() instanceof PaymentEvent event) {
                payment = PaymentFold.apply(payment, event, told.at());
            }
        }
        return payment;
    }
}
