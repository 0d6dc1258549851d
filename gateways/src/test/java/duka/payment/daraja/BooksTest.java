package duka.payment.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.ordering.api.OrderNumber;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentQuery.Taken;
import duka.payment.api.Reconciliation;
import duka.payment.api.Reconciliation.MoneyWithoutOrder;
import duka.payment.api.Reconciliation.OrderWithoutMoney;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Instant BEGIN = Instant.parse("2026-11-21T21:00:00Z");
    private static final Instant END = Instant.parse("2026-11-22T21:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void the_same_receipt_over_the_same_amount_matches_in_either_case() {
        Reconciliation result =
                compare(List.of(line("abc1", 100), line("ABC2", 50)), List.of(paid("ABC1", 100), paid("abc2", 50)));
        assertThat(result.matched()).isEqualTo(2);
        assertThat(result.providerTotal()).isEqualTo(kes(150));
        assertThat(result.ledgerTotal()).isEqualTo(kes(150));
        assertThat(StatementStore.differences(result)).isZero();
    }

    @Test
    void what_one_side_alone_knows_is_listed() {
        Reconciliation result = compare(List.of(line("STRAY", 70)), List.of(paid("LOST", 100), paid(null, 30)));
        assertThat(result.matched()).isZero();
        assertThat(result.moneyWithoutOrder())
                .containsExactly(new MoneyWithoutOrder("STRAY", kes(70), NOON, "+2547*****149", "D12345678"));
        assertThat(result.orderWithoutMoney())
                .extracting(OrderWithoutMoney::receipt)
                .containsExactly("LOST", null);
        assertThat(result.providerTotal()).isEqualTo(kes(70));
        assertThat(result.ledgerTotal()).isEqualTo(kes(130));
    }

    @Test
    void another_amount_is_listed_on_both_sides() {
        Reconciliation result = compare(List.of(line("ABC1", 90)), List.of(paid("ABC1", 100)));
        assertThat(result.moneyWithoutOrder()).hasSize(1);
        assertThat(result.orderWithoutMoney()).hasSize(1);
        assertThat(result.providerTotal()).isEqualTo(kes(90));
        assertThat(result.ledgerTotal()).isEqualTo(kes(100));
    }

    @Test
    void money_under_review_belongs_to_its_order_as_soon_as_it_is_listed_and_not_before() {
        Taken doubtful = taken("ABC1", null, NOON, false);
        assertThat(compare(List.of(line("ABC1", 90)), List.of(doubtful)).matched())
                .isEqualTo(1);
        Reconciliation claimed = compare(List.of(), List.of(doubtful));
        assertThat(StatementStore.differences(claimed)).isZero();
        assertThat(claimed.ledgerTotal()).isEqualTo(kes(0));
    }

    @Test
    void a_receipt_that_two_attempts_claim_pays_the_one_that_is_paid() {
        Reconciliation result =
                compare(List.of(line("ABC1", 100)), List.of(paid("ABC1", 100), taken("ABC1", null, NOON, false)));
        assertThat(result.matched()).isEqualTo(1);
        assertThat(StatementStore.differences(result)).isZero();
    }

    @Test
    void money_belongs_to_the_day_of_the_statement_that_lists_it() {
        Taken learntAfterMidnight = taken("LATE", kes(100), END.plusSeconds(5), true);
        assertThat(compare(List.of(line("LATE", 100)), List.of(learntAfterMidnight))
                        .matched())
                .isEqualTo(1);
        Books next = new Books(END, END.plusSeconds(86_400), List.of(), List.of(learntAfterMidnight));
        assertThat(next.missing()).containsExactly(learntAfterMidnight);
        Reconciliation other = next.compare(DAY.plusDays(1), END, true, Set.of("LATE"));
        assertThat(StatementStore.differences(other)).isZero();
        assertThat(other.ledgerTotal()).isEqualTo(kes(0));
    }

    @Test
    void the_hour_is_read_as_nairobis_when_it_cannot_be_utc() {
        PulledPayment atTen = new PulledPayment("A", kes(1), null, "2026-11-22T22:00:00Z", null);
        assertThat(atTen.at(BEGIN, END)).contains(Instant.parse("2026-11-22T19:00:00Z"));
        PulledPayment unclear = new PulledPayment("A", kes(1), null, "2026-11-22T20:00:00Z", null);
        assertThat(unclear.at(BEGIN, END)).contains(Instant.parse("2026-11-22T20:00:00Z"));
        assertThat(new PulledPayment("A", kes(1), null, "yesterday", null).at(BEGIN, END))
                .isEmpty();
    }

    @Test
    void a_phone_is_masked_wherever_it_is_written() {
        assertThat(Books.shown("0712 345 678")).isEqualTo("+2547*****678");
        assertThat(Books.shown("INV\u0000 7")).isEqualTo("INV 7");
        PulledPayment hashed = new PulledPayment("A", kes(1), null, null, "2547 ***** 126");
        assertThat(hashed.phoneMasked()).isEmpty();
    }

    private static Reconciliation compare(List<PulledPayment> lines, List<Taken> taken) {
        return new Books(BEGIN, END, lines, taken).compare(DAY, END, true, Set.of());
    }

    private static PulledPayment line(String receipt, long amount) {
        return new PulledPayment(receipt, kes(amount), "D12345678", NOON.toString(), "708374149");
    }

    private static Taken paid(@Nullable String receipt, long amount) {
        return taken(receipt, kes(amount), NOON, true);
    }

    private static Taken taken(@Nullable String receipt, @Nullable Money amount, Instant at, boolean counted) {
        return new Taken(
                PaymentId.of(Shop.ORDER),
                new OrderId(Shop.ORDER.value()),
                new OrderNumber("D-12345678"),
                receipt,
                amount,
                at,
                counted);
    }

    private static Money kes(long amount) {
        return Money.ofMajor(amount, CurrencyCode.KES);
    }
}
