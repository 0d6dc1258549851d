package duka.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static duka.architecture.House.ofAPartner;
import static duka.architecture.House.ofRole;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Names, visibility, and where things may lie. */
final class StyleLaws {

    private static final String AGGREGATE = "org.axonframework.spring.stereotype.Aggregate";
    private static final String SAGA = "org.axonframework.spring.stereotype.Saga";
    private static final String EVENT_HANDLER = "org.axonframework.eventhandling.EventHandler";
    private static final String QUERY_HANDLER = "org.axonframework.queryhandling.QueryHandler";
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    static final List<Law> ALL = List.of(
            Law.of(
                    classes()
                            .that(describe("of the shop", StyleLaws::isOfTheShop))
                            .should(be("in a feature and a role of the closed lists", StyleLaws::hasItsPlace))
                            .as("Every package is of a known feature and a known role"),
                    offender.marketing.api.NewFeature.class),
            Law.of(
                    classes()
                            .should(be("in a package that says @NullMarked", StyleLaws::isNullMarked))
                            .as("Every package says what null means in it"),
                    offender.review.api.Unmarked.class),
            Law.of(
                    noClasses()
                            .should(be(
                                    "named after no thing",
                                    type -> type.getSimpleName()
                                            .matches(".*(Impl|Manager|Utils?|Helper|Service|Dto|DTO)")))
                            .as("Nothing is called Impl, Manager, Util, Helper, Service or Dto"),
                    offender.cart.command.CartHelper.class),
            Law.of(
                    noClasses()
                            .should(
                                    be(
                                            "in a package after no thing",
                                            type -> type.getPackageName()
                                                    .matches(
                                                            ".*\\.(util|utils|common|helper|helpers|manager|service|impl|dto|misc)(\\..*)?")))
                            .as("No package is called after no thing"),
                    offender.cart.query.util.Leftovers.class),
            Law.of(
                    classes()
                            .that(areAnnotated(AGGREGATE))
                            .should()
                            .bePackagePrivate()
                            .as("Aggregates are spoken to by messages alone"),
                    offender.cart.command.PublicAggregate.class),
            Law.of(
                    classes()
                            .that(ofRole("query"))
                            .and(describe("handle messages", StyleLaws::handlesMessages))
                            .should()
                            .bePackagePrivate()
                            .as("Projections are asked by messages alone"),
                    offender.cart.query.PublicProjection.class),
            Law.of(
                    classes()
                            .that(areAnnotated(
                                    "org.springframework.web.bind.annotation.RestController",
                                    "org.springframework.stereotype.Controller"))
                            .should()
                            .bePackagePrivate()
                            .as("Controllers are called by HTTP alone"),
                    offender.cart.web.PublicController.class),
            new Law(
                    classes()
                            .that(areAnnotated(SAGA))
                            .should(be("public, with a public constructor of nothing", StyleLaws::canBeMadeByAxon))
                            .as("Axon makes sagas by reflection"),
                    "offender.cart.saga.HiddenSaga"),
            Law.of(
                    noFields().should(beInjected()).as("Nothing is injected into a field"),
                    offender.cart.web.InjectsFields.class),
            Law.of(
                    classes()
                            .that(areAnnotated("jakarta.persistence.Entity"))
                            .should(be(
                                    "of the query side, of accounts or of a gateway",
                                    type -> ofRole("query", "account")
                                            .or(ofAPartner())
                                            .test(type)))
                            .as("Rows lie where they are read"),
                    offender.cart.web.RowInTheWeb.class));

    private StyleLaws() {}

    private static boolean isOfTheShop(JavaClass type) {
        return House.featureOf(type).isPresent()
                && !type.getPackageName().matches("duka|offender\\.kernel\\.simulator");
    }

    private static boolean hasItsPlace(JavaClass type) {
        String feature = House.featureOf(type).orElse("");
        String role = House.roleOf(type).orElse("");
        if (feature.equals(House.SERVER)) {
            return true;
        }
        if (feature.equals(House.FOUNDATION)) {
            return role.isEmpty() || House.ROLES.contains(role) || role.equals(House.OUTSIDE);
        }
        return House.FEATURES.contains(feature) && (House.ROLES.contains(role) || House.PARTNERS.contains(role));
    }

    private static boolean isNullMarked(JavaClass type) {
        return type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NULL_MARKED))
                .isPresent();
    }

    private static boolean handlesMessages(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(EVENT_HANDLER) || method.isAnnotatedWith(QUERY_HANDLER));
    }

    private static boolean canBeMadeByAxon(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getConstructors().stream()
                        .anyMatch(constructor ->
                                constructor.getRawParameterTypes().isEmpty()
                                        && constructor.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static DescribedPredicate<CanBeAnnotated> areAnnotated(String... annotations) {
        return describe("are annotated", type -> Stream.of(annotations).anyMatch(type::isAnnotatedWith));
    }

    private static ArchCondition<JavaField> beInjected() {
        Set<String> injections = Set.of(
                "org.springframework.beans.factory.annotation.Autowired",
                "org.springframework.beans.factory.annotation.Value",
                "jakarta.inject.Inject",
                "javax.inject.Inject",
                "jakarta.annotation.Resource",
                "jakarta.persistence.PersistenceContext");
        return new ArchCondition<>("be injected") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                injections.stream()
                        .filter(field::isAnnotatedWith)
                        .forEach(by ->
                                events.add(SimpleConditionEvent.satisfied(field, field.getFullName() + " by " + by)));
            }
        };
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> so) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean is = so.test(type);
                events.add(new SimpleConditionEvent(type, is, type.getName() + (is ? " is " : " is not ") + what));
            }
        };
    }
}
