package duka.identity.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test over real HTTP against the edge alone: its filters, the accounts, and a PostgreSQL, without the shop behind. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Gate.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "duka.limits=off",
            "duka.admin-email=boss@duka.test",
            "duka.admin-password=the-boss-of-the-duka",
            "spring.jpa.open-in-view=false",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.threads.virtual.enabled=true",
            "spring.main.banner-mode=off",
            "server.error.include-stacktrace=never",
            "spring.datasource.hikari.maximum-pool-size=8"
        })
public @interface GateTest {}
