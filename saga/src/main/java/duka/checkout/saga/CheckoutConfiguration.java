package duka.checkout.saga;

import duka.checkout.api.CheckoutEvent.CheckoutRetired;
import duka.checkout.api.CheckoutEvent.PaymentGraceEnded;
import duka.checkout.api.CheckoutEvent.PaymentWindowClosed;
import duka.kernel.api.DeadlineHandler;
import java.time.Duration;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long a shop lets a sale wait, and who is told when a time has come. */
@Configuration(proxyBeanMethods = false)
class CheckoutConfiguration {

    private static final Duration GRACE = Duration.ofMinutes(3);
    private static final Duration RETIREMENT = Duration.ofDays(3);

    @Bean
    CheckoutTimes checkoutTimes(@Value("${duka.payment-window:15m}") Duration paymentWindow) {
        return new CheckoutTimes(paymentWindow, GRACE, RETIREMENT);
    }

    @Bean
    DeadlineHandler paymentWindowDeadline(EventGateway events) {
        return new PassedTime(SaleClock.PAYMENT_WINDOW, PaymentWindowClosed::new, events);
    }

    @Bean
    DeadlineHandler paymentGraceDeadline(EventGateway events) {
        return new PassedTime(SaleClock.PAYMENT_GRACE, PaymentGraceEnded::new, events);
    }

    @Bean
    DeadlineHandler retirementDeadline(EventGateway events) {
        return new PassedTime(SaleClock.RETIREMENT, CheckoutRetired::new, events);
    }
}
