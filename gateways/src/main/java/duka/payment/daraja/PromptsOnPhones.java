package duka.payment.daraja;

import duka.payment.api.PaymentQuery.FindPromptOnPhone;
import duka.payment.api.PaymentQuery.PhoneBusy;
import java.time.Clock;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Knows which phones ring: M-Pesa takes one prompt per phone at a time. */
@Component
class PromptsOnPhones {

    private final AddressBook addresses;
    private final Secrecy secrecy;
    private final AttemptTimes times;
    private final Clock clock;

    PromptsOnPhones(AddressBook addresses, Secrecy secrecy, AttemptTimes times, Clock clock) {
        this.addresses = addresses;
        this.secrecy = secrecy;
        this.times = times;
        this.clock = clock;
    }

    @QueryHandler
    PhoneBusy answer(FindPromptOnPhone query) {
        return new PhoneBusy(addresses.isPromptOn(
                secrecy.hashOf(query.phone()),
                query.exceptFor(),
                clock.instant().minus(times.deadline())));
    }
}
