package duka.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static duka.architecture.House.named;
import static duka.architecture.House.ofAPartner;
import static duka.architecture.House.ofRole;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Modules are roles, packages are features: who may know whom. */
final class ModuleLaws {

    private static final DescribedPredicate<JavaClass> THE_KERNEL = resideInAPackage("duka.kernel")
            .or(resideInAPackage("offender.kernel"))
            .as("of the kernel");
    private static final DescribedPredicate<JavaClass> THE_LANGUAGE = named(
            "java.",
            "[",
            "boolean",
            "byte",
            "char",
            "short",
            "int",
            "long",
            "float",
            "double",
            "void",
            "org.jspecify.");
    private static final DescribedPredicate<JavaClass> DISPATCH = named(
            "org.axonframework.commandhandling.gateway.",
            "org.axonframework.commandhandling.CommandBus",
            "org.axonframework.queryhandling.",
            "org.axonframework.eventhandling.gateway.");
    private static final DescribedPredicate<JavaClass> THE_WEB = named(
            "org.springframework.web.",
            "org.springframework.http.",
            "jakarta.servlet.",
            "org.springframework.security.");
    private static final DescribedPredicate<JavaClass> JPA =
            named("jakarta.persistence.", "org.hibernate.", "org.springframework.data.", "org.springframework.orm.");
    private static final DescribedPredicate<JavaClass> OTHER_THAN_JDBC_CLIENT = named(
                    "org.springframework.jdbc.", "java.sql.", "javax.sql.")
            .and(not(named("org.springframework.jdbc.core.simple.JdbcClient")))
            .as("a database by other means than JdbcClient");
    private static final DescribedPredicate<JavaClass> OUTSIDE_CALLS = named(
            "java.net.http.",
            "java.net.HttpURLConnection",
            "java.net.URLConnection",
            "java.net.Socket",
            "java.net.DatagramSocket",
            "org.springframework.web.client.",
            "org.springframework.web.reactive.function.client.",
            "org.apache.hc.",
            "jakarta.mail.",
            "org.springframework.mail.");

    static final List<Law> ALL = List.of(
            Law.of(
                    classes()
                            .that(THE_KERNEL)
                            .should()
                            .onlyDependOnClassesThat(THE_KERNEL.or(THE_LANGUAGE))
                            .as("The kernel knows the JDK alone"),
                    offender.kernel.FrameworkInTheKernel.class),
            Law.of(
                    classes()
                            .that(ofRole("api"))
                            .should()
                            .onlyDependOnClassesThat(ofRole("api")
                                    .or(THE_KERNEL)
                                    .or(THE_LANGUAGE)
                                    .or(named(
                                            "org.axonframework.modelling.command.TargetAggregateIdentifier",
                                            "org.axonframework.commandhandling.RoutingKey",
                                            "org.axonframework.commandhandling.CommandExecutionException",
                                            "org.axonframework.serialization.Revision")))
                            .as("The message contract knows the kernel and Axon's message annotations"),
                    offender.cart.api.SpringInAMessage.class),
            Law.of(
                    classes()
                            .that(ofRole("command", "saga", "query", "web", "account", "server")
                                    .or(ofAPartner()))
                            .should(know("only the messages of other roles", ModuleLaws::mayKnowRole))
                            .as("A role knows only the messages of the others"),
                    offender.cart.query.KnowsAnAggregate.class),
            Law.of(
                    classes()
                            .that(describe("ours", type -> House.featureOf(type).isPresent()))
                            .should(know("only the messages of other features", ModuleLaws::mayKnowFeature))
                            .as("Across features only api is visible"),
                    offender.cart.command.KnowsAnotherFeature.class),
            new Law(
                    slices().matching("*.(*).api..").should().beFreeOfCycles().as("The contract has no cycles"),
                    "offender.wishlist.api.SeesReview"),
            Law.of(
                    noClasses()
                            .that(ofRole("command"))
                            .should()
                            .dependOnClassesThat(JPA.or(THE_WEB).or(DISPATCH).or(OTHER_THAN_JDBC_CLIENT))
                            .as(
                                    "The command side decides: it asks nobody, shows nothing, and has claims alone in tables"),
                    offender.cart.command.AsksAnother.class),
            Law.of(
                    noClasses()
                            .that(ofRole("saga"))
                            .should()
                            .dependOnClassesThat(
                                    JPA.or(THE_WEB).or(named("org.springframework.jdbc.", "java.sql.", "javax.sql.")))
                            .as("A saga speaks by messages alone"),
                    offender.cart.saga.ReadsTables.class),
            Law.of(
                    noClasses()
                            .that(ofRole("query"))
                            .should()
                            .dependOnClassesThat(named(
                                            "org.axonframework.commandhandling.",
                                            "org.axonframework.modelling.",
                                            "org.axonframework.eventhandling.gateway.")
                                    .or(THE_WEB))
                            .as("The query side tells and asks for nothing"),
                    offender.cart.query.SendsCommands.class),
            Law.of(
                    noClasses()
                            .that(ofRole("account"))
                            .should()
                            .dependOnClassesThat(
                                    named("org.axonframework.commandhandling.", "org.axonframework.modelling."))
                            .as("Accounts are no aggregates and command none"),
                    offender.identity.account.CommandsSomebody.class),
            Law.of(
                    noClasses()
                            .that(ofRole("web"))
                            .should()
                            .dependOnClassesThat(JPA)
                            .as("The web reads by questions"),
                    offender.cart.web.ReadsRows.class),
            Law.of(
                    noClasses()
                            .that(not(ofAPartner()))
                            .and(describe("ours", type -> House.featureOf(type).isPresent()))
                            .should()
                            .dependOnClassesThat(OUTSIDE_CALLS)
                            .as("Only gateways call the outside world"),
                    offender.cart.query.CallsTheWorld.class),
            Law.of(
                    noClasses()
                            .that(ofRole("server"))
                            .should()
                            .dependOnClassesThat(named(
                                    "org.axonframework.commandhandling.CommandHandler",
                                    "org.axonframework.queryhandling.QueryHandler",
                                    "org.springframework.web.bind.annotation.RestController",
                                    "org.springframework.stereotype.Controller"))
                            .as("The server wires and handles nothing"),
                    offender.server.HandlesOrders.class),
            Law.of(
                    noClasses()
                            .that(resideInAPackage("daraja.."))
                            .or(resideInAPackage("offender.kernel.simulator.."))
                            .should()
                            .dependOnClassesThat(resideInAPackage("duka.."))
                            .as("The simulator shares no class with the shop"),
                    offender.kernel.simulator.KnowsTheShop.class));

    private ModuleLaws() {}

    private static boolean mayKnowRole(JavaClass from, JavaClass to) {
        String own = House.roleOf(from).orElse("");
        String other = House.roleOf(to).orElse("");
        return own.equals(other)
                || own.equals(House.SERVER)
                || other.equals("api")
                || other.isEmpty()
                || (own.equals("web") && other.equals("account"))
                || (House.PARTNERS.contains(own) && other.equals(House.OUTSIDE));
    }

    private static boolean mayKnowFeature(JavaClass from, JavaClass to) {
        return House.featureOf(from).equals(House.featureOf(to))
                || House.isOfRole(from, House.SERVER)
                || House.isFoundation(to)
                || House.isOfRole(to, "api")
                || (House.isOfRole(from, "web") && House.isOfRole(to, "account"));
    }

    private static ArchCondition<JavaClass> know(String whom, Knowledge allowed) {
        return new ArchCondition<>("know " + whom) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (House.featureOf(target).isPresent() && !allowed.mayKnow(type, target)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** Whether one class of ours may know another. */
    @FunctionalInterface
    private interface Knowledge {

        boolean mayKnow(JavaClass from, JavaClass to);
    }
}
