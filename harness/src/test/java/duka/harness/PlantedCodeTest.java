package duka.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.harness.Violation.Kind;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The same with bugs in the running program: a shop that forgets keys, and whose readers leave something out. */
class PlantedCodeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Idempotency off; and the projection of sales takes {@code OrderConfirmed} for nothing. It bears no annotation, so
     * that no other shop of these tests finds it.
     */
    static class Bugs {

        @Bean
        FilterRegistrationBean<Filter> forgetsKeys() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) ->
                    chain.doFilter(new WithoutKey((HttpServletRequest) request), response));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        @Bean
        ConfigurerModule leavesSomethingOut() {
            return configurer -> configurer
                    .eventProcessing()
                    .registerHandlerInterceptor(
                            "read.sale",
                            config -> (unit, chain) ->
                                    unit.getMessage() instanceof EventMessage<?> event && isConfirmation(event)
                                            ? null
                                            : proceed(chain));
        }

        private static boolean isConfirmation(EventMessage<?> event) {
            return event.getPayloadType().getSimpleName().equals("OrderConfirmed");
        }

        private static Object proceed(InterceptorChain chain) throws Exception {
            return chain.proceed();
        }
    }

    /** A request that never had an {@code Idempotency-Key}. */
    private static final class WithoutKey extends HttpServletRequestWrapper {

        WithoutKey(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase("Idempotency-Key") ? null : super.getHeader(name);
        }
    }

    @Test
    void a_shop_that_forgets_keys_and_a_reader_that_leaves_events_out_are_named() throws Exception {
        try (TestShop shop = TestShop.start(Bugs.class)) {
            shop.list("LAMP", 50);
            Shop customer = Customers.signUp(shop.http(), 1).getFirst();
            Path file = shop.journal("bugs");
            Journal.Checkout checkout = new Journal.Checkout("one key", "+254700000000", "LAMP", 1);
            try (Journal journal = new Journal(file)) {
                for (int n = 0; n < 2; n++) {
                    Checkouts.mustFill(customer, "LAMP", 1);
                    new Checkouts(journal).order(customer, checkout);
                }
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(found(shop, file)).contains(Kind.ANSWER, Kind.READ_MODEL));
        }
    }

    private static List<Kind> found(TestShop shop, Path journal) throws Exception {
        try (Connection database = shop.database()) {
            return Checker.judge(journal, database, shop.ledger()).violations().stream()
                    .map(Violation::kind)
                    .toList();
        }
    }
}
