package duka.payment.daraja;

import duka.identity.api.Lookups;
import duka.identity.api.PersonKeys;
import duka.kernel.api.Claims;
import duka.kernel.api.DeadlineHandler;
import duka.kernel.api.DueWorkHandler;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the gateway to Daraja together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DarajaProperties.class)
class DarajaConfiguration {

    /** Reads and writes Safaricom's JSON, which has customs of its own. */
    private static final JsonMapper WIRE = JsonMapper.builder().build();

    @Bean
    AttemptTimes attemptTimes(@Value("${duka.attempt-deadline:10m}") Duration deadline) {
        return new AttemptTimes(deadline);
    }

    @Bean
    CallbackUrls callbackUrls(DarajaProperties properties, Environment environment) {
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        if (production) {
            properties.requireOwnSecrets();
        }
        return new CallbackUrls(properties.callbackBase(), production);
    }

    @Bean
    Secrecy darajaSecrecy(Lookups lookups) {
        return new Secrecy(lookups);
    }

    @Bean
    Envelope darajaEnvelope(@Qualifier("storedJson") JsonMapper storedJson, PersonKeys keys) {
        return new Envelope(storedJson, keys);
    }

    @Bean
    AddressBook darajaAddresses(JdbcClient database) {
        return new AddressBook(database);
    }

    @Bean
    Teller paymentTeller(CommandGateway commands) {
        return new Teller(commands);
    }

    @Bean
    Figures darajaFigures(MeterRegistry meters) {
        return new Figures(meters);
    }

    @Bean
    DarajaClient darajaClient(DarajaProperties properties, JdbcClient database, Envelope envelope, Clock clock) {
        Transport transport = new Transport(properties, WIRE);
        return new DarajaClient(
                transport, new Tokens(transport, new SharedTokenStore(database, envelope), clock, properties));
    }

    @Bean
    Prompts darajaPrompts(DarajaClient daraja, DarajaProperties properties, Clock clock) {
        return new Prompts(daraja, properties, clock);
    }

    @Bean
    Statements darajaStatements(DarajaClient daraja, DarajaProperties properties) {
        return new Statements(daraja, properties);
    }

    /** In development the simulator lays its certificate beside the other data. */
    @Bean
    Operator darajaOperator(
            DarajaClient daraja,
            DarajaProperties properties,
            CallbackUrls urls,
            @Value("${duka.data:data}") Path data) {
        Path given = properties.certificate();
        Path certificate = given == null ? data.resolve("simulator").resolve("certificate.cer") : given;
        return new Operator(
                daraja, properties, new SecurityCredential(certificate, properties.initiatorPassword()), urls);
    }

    @Bean
    PushPrompt pushPrompt(
            Teller teller,
            Prompts prompts,
            CallbackUrls urls,
            Secrecy secrecy,
            AddressBook addresses,
            Envelope envelope,
            Figures figures,
            Clock clock) {
        return new PushPrompt(teller, prompts, urls, secrecy, addresses, envelope, figures, clock);
    }

    @Bean
    Questions darajaQuestions(
            Teller teller,
            Prompts prompts,
            AddressBook addresses,
            PulledReceipts receipts,
            Envelope envelope,
            Figures figures,
            Clock clock) {
        return new Questions(teller, prompts, addresses, receipts, envelope, figures, clock);
    }

    @Bean
    PulledReceipts pulledReceipts(Statements statements, Claims claims, Clock clock) {
        return new PulledReceipts(statements, claims, clock);
    }

    @Bean
    DueWorkHandler<Works.Ask> askAboutPrompt(Questions questions, Clock clock) {
        return new AskAboutPrompt(Works.ASK, Rhythm.USUAL, questions, clock);
    }

    @Bean
    DueWorkHandler<Works.Ask> verifyMoney(Questions questions, Clock clock) {
        return new AskAboutPrompt(Works.VERIFY, Rhythm.URGENT, questions, clock);
    }

    @Bean
    DueWorkHandler<Works.Ask> askAboutDispute(Questions questions, Clock clock) {
        return new AskAboutPrompt(Works.ASK_DISPUTED, Rhythm.DISPUTED, questions, clock);
    }

    @Bean
    FetchReceipt fetchReceipt(PulledReceipts receipts, AddressBook addresses, Teller teller, Clock clock) {
        return new FetchReceipt(receipts, addresses, teller, clock);
    }

    @Bean
    DeadlineHandler attemptExpiry(Teller teller, Clock clock) {
        return AttemptDeadline.expiry(teller, clock);
    }

    @Bean
    DeadlineHandler attemptEnd(Teller teller, Clock clock) {
        return AttemptDeadline.end(teller, clock);
    }
}
