package duka.payment.command;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.Rejection;
import duka.kernel.command.ExpectedVersion;
import duka.payment.api.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All refunds of one payment, in the order in which they were asked for. */
record Refunds(List<Refund> all) {

    static Refunds none() {
        return new Refunds(new ArrayList<>());
    }

    /** What went back, is on its way, or waits for its turn. */
    Money goneOf(CurrencyCode currency) {
        return all.stream().filter(Refund::counts).map(Refund::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** Whether nobody tried to give back any of what the order paid. */
    boolean leaveThePaymentUntouched() {
        return all.stream().allMatch(Refund::excess);
    }

    boolean isTurnOf(Refund refund) {
        return all.stream().noneMatch(Refund::isOnItsWay)
                && all.stream()
                        .filter(other -> other.isWaiting() && !other.isByHand())
                        .findFirst()
                        .equals(Optional.of(refund));
    }

    Optional<Refund> find(RefundId id) {
        return all.stream().filter(refund -> refund.id().equals(id)).findFirst();
    }

    /** One that was not sent yet, as its editor knows it. */
    Refund waiting(RefundId id, @Nullable Long expectedVersion) {
        Refund refund = find(id).orElseThrow(() -> Rejection.notFound("refund"));
        ExpectedVersion.require(expectedVersion, refund.version());
        if (!refund.isWaiting()) {
            throw new Rejection("refund_in_progress", "It was sent already.");
        }
        return refund;
    }

    /** The first one of this amount that waits for somebody to make it by hand. */
    Optional<Refund> oldestByHand(Money amount) {
        return all.stream()
                .filter(refund -> refund.isByHand()
                        && refund.isWaiting()
                        && refund.amount().equals(amount))
                .findFirst();
    }

    void add(Refund refund) {
        all.add(refund);
    }

    void remove(RefundId id) {
        all.removeIf(refund -> refund.id().equals(id));
    }

    void change(RefundId id, UnaryOperator<Refund> change) {
        all.replaceAll(refund -> refund.id().equals(id) ? change.apply(refund) : refund);
    }
}
