package duka.payment.web;

import duka.kernel.api.History.Happening;
import duka.kernel.web.live.LiveNews;
import duka.kernel.web.live.Questions;
import duka.kernel.web.live.Room;
import duka.kernel.web.live.Told;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentQuery.FindPayment;
import duka.payment.api.PaymentQuery.Payments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code payment.updated}: the payment as it is now. */
@Component
class PaymentNews implements LiveNews {

    @Override
    public Room room() {
        return Room.DASHBOARD;
    }

    @Override
    public String group() {
        return "read.sale";
    }

    @Override
    public boolean knows(Object event) {
        return event instanceof PaymentEvent;
    }

    @Override
    public Optional<Told> tell(Happening happening, Questions questions) {
        PaymentEvent event = (PaymentEvent) happening.event();
        return questions.ask(new FindPayment(event.paymentId()), Payments.class).results().stream()
                .findFirst()
                .map(payment -> Told.all("payment.updated", PaymentResponse.of(payment)));
    }
}
