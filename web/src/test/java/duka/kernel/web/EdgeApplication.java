package duka.kernel.web;

import static org.mockito.Mockito.mock;

import duka.cart.api.CartQuery.FindCart;
import duka.cart.api.CartQuery.PriceCart;
import duka.cart.api.CartView;
import duka.cart.api.PricedCart;
import duka.catalog.api.CatalogQuery;
import duka.catalog.api.Pictures;
import duka.catalog.api.RemotePictures;
import duka.identity.account.AccountLanguages;
import duka.identity.account.Accounts;
import duka.identity.api.AccessTokens;
import duka.identity.api.AccountId;
import duka.identity.api.Assurance;
import duka.identity.api.Caller;
import duka.identity.api.Lookups;
import duka.identity.api.PersonKeys;
import duka.identity.api.Role;
import duka.identity.api.Standing;
import duka.identity.api.Tickets;
import duka.kernel.PersonId;
import duka.kernel.api.Claims;
import duka.kernel.api.DeadLetters;
import duka.kernel.api.History;
import duka.kernel.api.Operations;
import duka.notification.api.Webhooks;
import duka.payment.api.Reconciliations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import tools.jackson.databind.json.JsonMapper;

/** The edge alone, over HTTP and with its own tables, in front of a {@link World}. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ConfigurationPropertiesScan("duka")
@ComponentScan({
    "duka.kernel.web",
    "duka.catalog.web",
    "duka.inventory.web",
    "duka.cart.web",
    "duka.ordering.web",
    "duka.payment.web",
    "duka.shipping.web",
    "duka.review.web",
    "duka.wishlist.web",
    "duka.notification.web"
})
class EdgeApplication {

    @Bean
    World world() {
        return new World();
    }

    @Bean
    Accounts accounts() {
        return mock(Accounts.class);
    }

    /** Everybody speaks English. */
    @Bean
    AccountLanguages languages() {
        return mock(
                AccountLanguages.class,
                asked -> asked.getMethod().getReturnType() == Locale.class ? Locale.ENGLISH : null);
    }

    @Bean
    DeadLetters deadLetters() {
        return mock(DeadLetters.class);
    }

    @Bean
    Reconciliations reconciliations() {
        return mock(Reconciliations.class);
    }

    /** Whatever an address ends with lies there, unless nobody answers. */
    @Bean
    RemotePictures remotePictures() {
        return url -> {
            String name = url.substring(url.lastIndexOf('/') + 1);
            if (name.equals("silence")) {
                throw new RemotePictures.NotFetched("Its server does not answer as it should.");
            }
            return name.getBytes(StandardCharsets.UTF_8);
        };
    }

    @Bean
    Webhooks webhooks() {
        return mock(Webhooks.class);
    }

    @Bean
    Operations operations() {
        return mock(Operations.class);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(World.NOW, ZoneOffset.UTC);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        DataSource database = postgres.getPostgresDatabase();
        new ResourceDatabasePopulator(
                        new ByteArrayResource("create schema edge".getBytes(StandardCharsets.UTF_8)),
                        new ClassPathResource("db/migration/V40__edge.sql"),
                        new ClassPathResource("db/migration/V45__web.sql"),
                        new ClassPathResource("db/migration/V67__provider_webhook.sql"),
                        new ClassPathResource("db/migration/V68__saved_payment_method.sql"),
                        new ClassPathResource("db/migration/V82__saved_address.sql"),
                        new ClassPathResource("db/migration/V75__notification_mark.sql"),
                        new ClassPathResource("db/migration/V111__whose_answers.sql"))
                .execute(database);
        return database;
    }

    /** What is stored is not sealed here. */
    @Bean
    JsonMapper storedJson() {
        return JsonMapper.builder().build();
    }

    @Bean
    QueryGateway queryGateway(World world) {
        return mock(QueryGateway.class, asked -> {
            Object query = asked.getArgument(0);
            return CompletableFuture.completedFuture(
                    query instanceof PriceCart price ? priced(world, price) : world.answer(query));
        });
    }

    @Bean
    CommandGateway commandGateway(World world) {
        return mock(CommandGateway.class, sent -> {
            CommandMessage<?> message = sent.getArgument(0);
            return world.handle(message.getPayload());
        });
    }

    @Bean
    Commands commands(World world) {
        return new Commands() {
            @Override
            public <R> Answer<R> send(Object command) {
                @SuppressWarnings("unchecked")
                R result = (R) world.handle(command);
                return new Answer<>(result, world.visible);
            }
        };
    }

    /** Keeps nothing; a picture is whatever says so. */
    @Bean
    Pictures pictures() {
        return upload -> switch (new String(upload, StandardCharsets.UTF_8)) {
            case "picture" -> new Pictures.Outcome.Kept("0".repeat(64) + ".jpg", 1_600, 1_200);
            case "cut off" -> new Pictures.Outcome.Refused(Pictures.Fault.BROKEN);
            case "huge" -> new Pictures.Outcome.Refused(Pictures.Fault.TOO_MANY_PIXELS);
            case "full disk" -> throw new UncheckedIOException(new IOException("no space left"));
            default -> new Pictures.Outcome.Refused(Pictures.Fault.UNKNOWN_KIND);
        };
    }

    @Bean
    Claims claims(World world) {
        return new Claims() {
            @Override
            public boolean claim(String kind, String value, UUID owner) {
                return world.claims
                        .computeIfAbsent(kind + "/" + value, free -> owner)
                        .equals(owner);
            }

            @Override
            public void release(String kind, String value, UUID owner) {
                world.claims.remove(kind + "/" + value, owner);
            }
        };
    }

    /** A token is a role and an account. */
    @Bean
    AccessTokens accessTokens() {
        return token -> Optional.of(token.split(":", -1))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Caller(
                        new AccountId(UUID.fromString(parts[1])),
                        Role.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                        UUID.fromString(parts[1])));
    }

    /** Everybody proved anew who they are, unless a test says otherwise. */
    @Bean
    Assurance assurance(World world) {
        return new Assurance() {
            @Override
            public boolean isFresh(Caller caller) {
                return world.fresh;
            }

            @Override
            public boolean lacksSecondFactor(Caller caller) {
                return false;
            }
        };
    }

    @Bean
    Tickets tickets(AccessTokens tokens) {
        return new Tickets() {
            @Override
            public String issue(Caller caller) {
                return caller.actor();
            }

            @Override
            public Optional<Caller> redeem(String ticket) {
                return tokens.verify(ticket);
            }
        };
    }

    /** Nothing happens here. */
    @Bean
    History history() {
        return mock(History.class);
    }

    @Bean
    Standing standing() {
        return caller -> true;
    }

    @Bean
    PersonKeys personKeys() {
        return new PersonKeys() {
            @Override
            public void createFor(PersonId person) {
                // Nothing is sealed here.
            }

            @Override
            public void erase(PersonId person) {
                // Nothing is sealed here.
            }
        };
    }

    @Bean
    Lookups lookups() {
        return (purpose, value) -> {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest((purpose + value).getBytes(StandardCharsets.UTF_8)));
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static PricedCart priced(World world, PriceCart price) {
        CartView cart = (CartView) world.answer(new FindCart(price.cartId()));
        var skus = cart.lines().stream().map(CartView.Line::sku).toList();
        return PricedCart.of(
                cart, ((CatalogQuery.Products) world.answer(new CatalogQuery.FindProductsBySku(skus))).results());
    }
}
