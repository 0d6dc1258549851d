package duka.identity.web;

import static duka.identity.web.GateClient.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import duka.identity.api.AccountId;
import duka.identity.api.Dealings.Open;
import duka.identity.api.Leaver;
import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateClient.Person;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.web.GuestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GateTest
class ErasureTest {

    private static final Open OPEN = new Open(List.of("D-7K3M9QXA"), List.of("0197a6f0-0000-7000-8000-000000000001"));

    @Autowired
    private GateClient client;

    @Autowired
    private Gate.Ledger ledger;

    @Autowired
    private Gate.KeyRing keys;

    @Autowired
    private EventGateway events;

    @Autowired
    private GuestTokens guests;

    @Autowired
    private Farewells farewells;

    private final OrderId order = new OrderId(UUID.randomUUID());

    @BeforeEach
    void nothingWasTold() {
        clearInvocations(events);
    }

    @Test
    void whoever_is_erased_is_gone_with_key_and_sessions_and_their_email_is_free() {
        Person one = client.customer();
        Answer erased = client.delete(path(one), as(one));
        assertThat(erased.status()).isEqualTo(204);
        assertThat(keys.has(person(one))).isFalse();
        assertThat(client.get("/api/auth/auth/", as(one)).status()).isEqualTo(401);
        assertThat(client.post("/api/auth/token/refresh/", Map.of("refresh", one.refresh()))
                        .status())
                .isEqualTo(401);
        assertThat(client.get(path(one), as(client.admin())).status()).isEqualTo(404);
        assertThat(client.delete(path(one), as(client.admin())).status()).isEqualTo(404);
        verify(events, times(1)).publish(any(Object[].class));
        assertThat(client.post("/api/auth/users/", GateClient.registration(one.email()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void only_they_themselves_and_admins_may_and_to_others_nobody_is_there() {
        Person one = client.customer();
        assertThat(client.delete(path(one)).status()).isEqualTo(401);
        assertThat(client.delete(path(one) + "?when_done=maybe", as(client.customer()))
                        .status())
                .isEqualTo(404);
        assertThat(client.delete(path(one), as(client.auditor())).status()).isEqualTo(404);
        assertThat(client.delete(path(one), as(client.admin())).status()).isEqualTo(204);
    }

    @Test
    void what_is_open_keeps_them_and_is_named_after_input_and_version_were_judged() {
        Person one = client.customer();
        ledger.open.put(person(one), OPEN);
        assertThat(client.delete(path(one) + "?when_done=maybe", as(one)).status())
                .isEqualTo(400);
        String[] auth = as(one);
        assertThat(client.delete(path(one), auth[0], auth[1], "If-Match", "\"99.99\"")
                        .status())
                .isEqualTo(412);
        Answer kept = client.delete(path(one), auth);
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.code()).isEqualTo("open_obligations");
        assertThat(kept.body().path("orders").path(0).asString()).isEqualTo("D-7K3M9QXA");
        assertThat(kept.body().path("refunds").size()).isEqualTo(1);
        assertThat(client.get(path(one), auth).status()).isEqualTo(200);
        verify(events, never()).publish(any(Object[].class));
    }

    @Test
    void whoever_waits_is_erased_once_when_all_has_ended() {
        Person one = client.customer();
        ledger.open.put(person(one), OPEN);
        Answer waits = client.delete(path(one) + "?when_done=true", as(one));
        assertThat(waits.status()).isEqualTo(202);
        assertThat(waits.text("status")).isEqualTo("waiting");
        assertThat(waits.text("id")).isEqualTo(one.id());
        var waiting = new Farewells.Waiting(Leaver.customer(account(one)), Map.of("actor", "customer:" + one.id()));
        assertThat(farewells.run(waiting, 1)).isInstanceOf(Farewells.Next.Again.class);
        assertThat(keys.has(person(one))).isTrue();
        ledger.open.remove(person(one));
        assertThat(farewells.run(waiting, 2)).isEqualTo(Farewells.Next.done());
        assertThat(farewells.run(waiting, 3)).isEqualTo(Farewells.Next.done());
        assertThat(keys.has(person(one))).isFalse();
        verify(events, times(1)).publish(any(Object[].class));
    }

    @Test
    void the_last_admin_is_not_erased() {
        Person admin = client.admin();
        Answer kept = client.delete(path(admin), as(admin));
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.code()).isEqualTo("last_admin");
        assertThat(keys.has(person(admin))).isTrue();
    }

    @Test
    void a_guest_is_erased_by_their_order_and_its_token_alone() {
        PersonId guest = new PersonId(UUID.randomUUID());
        ledger.guests.put(order, Leaver.guest(guest, order, UUID.randomUUID()));
        keys.createFor(guest);
        String token = guests.forOrder(order);
        String other = guests.forOrder(new OrderId(UUID.randomUUID()));
        assertThat(ask(order.toString(), other).status()).isEqualTo(404);
        assertThat(ask(order.toString(), "nonsense").status()).isEqualTo(404);
        assertThat(ask("not-an-id", token).status()).isEqualTo(404);
        assertThat(client.post("/api/auth/erasures/", Map.of("order_id", order.toString()))
                        .status())
                .isEqualTo(400);
        ledger.open.put(guest, OPEN);
        assertThat(ask(order.toString(), token).code()).isEqualTo("open_obligations");
        assertThat(keys.has(guest)).isTrue();
        ledger.open.remove(guest);
        assertThat(ask(order.toString(), token).status()).isEqualTo(204);
        assertThat(keys.has(guest)).isFalse();
        assertThat(ask(order.toString(), token).status()).isEqualTo(204);
        verify(events, times(1)).publish(any(Object[].class));
    }

    @Test
    void people_are_given_what_is_known_of_them_and_others_are_not() {
        Person one = client.customer();
        Answer export = client.get(path(one) + "export/", as(one));
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.body().path("user").path("email").asString()).isEqualTo(one.email());
        assertThat(export.body().path("sessions").size()).isEqualTo(1);
        assertThat(client.get(path(one) + "export/", as(client.customer())).status())
                .isEqualTo(404);
        assertThat(client.get(path(one) + "export/", as(client.admin())).status())
                .isEqualTo(200);
    }

    private Answer ask(String id, String token) {
        return client.post("/api/auth/erasures/", Map.of("order_id", id, "token", token));
    }

    private static String path(Person person) {
        return "/api/auth/users/" + person.id() + "/";
    }

    private static AccountId account(Person person) {
        return new AccountId(UUID.fromString(person.id()));
    }

    private static PersonId person(Person one) {
        return new PersonId(UUID.fromString(one.id()));
    }
}
