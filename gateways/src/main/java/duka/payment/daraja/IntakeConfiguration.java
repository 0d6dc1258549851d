package duka.payment.daraja;

import duka.kernel.api.Claims;
import duka.kernel.api.DueWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what sends money back, and what takes callbacks in. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    /** Safaricom is answered within a second. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private static final JsonMapper WIRE = JsonMapper.builder().build();

    @Bean
    SendRefund sendRefund(
            Teller teller,
            Operator operator,
            Secrecy secrecy,
            AddressBook addresses,
            DueWork dueWork,
            Figures figures,
            Clock clock) {
        return new SendRefund(teller, operator, secrecy, addresses, dueWork, figures, clock);
    }

    @Bean
    AskAboutRefund askAboutRefund(
            Teller teller, Operator operator, Secrecy secrecy, AddressBook addresses, Clock clock) {
        return new AskAboutRefund(teller, operator, secrecy, addresses, clock);
    }

    @Bean
    PromptCallbacks promptCallbacks(
            AddressBook addresses,
            Secrecy secrecy,
            Envelope envelope,
            Claims claims,
            Teller teller,
            DueWork dueWork,
            Clock clock) {
        return new PromptCallbacks(addresses, secrecy, envelope, claims, teller, dueWork, clock);
    }

    @Bean
    RefundResults refundResults(
            AddressBook addresses, Envelope envelope, Teller teller, DueWork dueWork, Figures figures, Clock clock) {
        return new RefundResults(addresses, envelope, teller, dueWork, figures, clock);
    }

    @Bean
    CallbackStore callbackStore(
            JdbcClient database,
            PlatformTransactionManager transactions,
            AddressBook addresses,
            Secrecy secrecy,
            Envelope envelope,
            DueWork dueWork,
            Clock clock) {
        return new CallbackStore(
                database, new TransactionTemplate(transactions), addresses, secrecy, envelope, dueWork, clock);
    }

    @Bean
    CallbackIntake callbackIntake(CallbackStore store, Figures figures) {
        return new CallbackIntake(store, figures, PATIENCE);
    }

    @Bean
    ReadCallback readCallback(CallbackStore store, PromptCallbacks prompts, RefundResults refunds, Figures figures) {
        return new ReadCallback(store, prompts, refunds, figures, WIRE);
    }

    @Bean
    ForgetCallbacks forgetCallbacks(CallbackStore store, DueWork dueWork) {
        return new ForgetCallbacks(store, dueWork);
    }
}
