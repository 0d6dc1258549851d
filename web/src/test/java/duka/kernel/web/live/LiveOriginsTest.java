package duka.kernel.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.identity.api.Role;
import duka.identity.api.Tickets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LiveOriginsTest {

    private static final int NOT_ALLOWED = 403;

    /** What a page that may open a socket is told when it does not ask for one. */
    private static final int NO_UPGRADE = 400;

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withBean(LiveSockets.class, () -> mock(LiveSockets.class))
            .withBean(Tickets.class, LiveOriginsTest::anyTicket)
            .withUserConfiguration(LiveController.class);

    @Test
    void the_storefronts_pages_may_open_sockets_on_whatever_port_it_is() {
        server.withPropertyValues("duka.storefront-port=13000").run(context -> {
            LiveController rooms = context.getBean(LiveController.class);
            assertThat(statusFor("http://localhost:13000", rooms)).isEqualTo(NO_UPGRADE);
            assertThat(statusFor("http://localhost:3000", rooms)).isEqualTo(NOT_ALLOWED);
        });
    }

    @Test
    void an_address_of_its_own_goes_before_the_port() {
        server.withPropertyValues("duka.storefront-port=13000", "duka.storefront-url=https://shop.example")
                .run(context -> {
                    LiveController rooms = context.getBean(LiveController.class);
                    assertThat(statusFor("https://shop.example", rooms)).isEqualTo(NO_UPGRADE);
                    assertThat(statusFor("http://localhost:13000", rooms)).isEqualTo(NOT_ALLOWED);
                });
    }

    private static int statusFor(String origin, LiveController rooms) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/ws/notifications/");
        request.addParameter("ticket", "ticket");
        request.addHeader("Origin", origin);
        MockHttpServletResponse response = new MockHttpServletResponse();
        rooms.notifications(request, response);
        return response.getStatus();
    }

    private static Tickets anyTicket() {
        UUID somebody = UUID.randomUUID();
        Tickets tickets = mock(Tickets.class);
        when(tickets.redeem(any()))
                .thenReturn(Optional.of(new Caller(new AccountId(somebody), Role.CUSTOMER, somebody)));
        return tickets;
    }
}
