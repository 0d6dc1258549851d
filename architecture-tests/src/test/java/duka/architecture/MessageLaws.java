package duka.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static duka.architecture.House.named;
import static duka.architecture.House.ofRole;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is stored is frozen, and whoever decides decides by what he is told. */
final class MessageLaws {

    private static final String COMMAND_HANDLER = "org.axonframework.commandhandling.CommandHandler";
    private static final String EVENT_SOURCING_HANDLER = "org.axonframework.eventsourcing.EventSourcingHandler";
    private static final String QUERY_HANDLER = "org.axonframework.queryhandling.QueryHandler";
    private static final String EVENT_HANDLER = "org.axonframework.eventhandling.EventHandler";
    private static final String PROCESSING_GROUP = "org.axonframework.config.ProcessingGroup";

    /** Families that no aggregate remembers: time's own words, which the checkout reads, and what becomes of people. */
    private static final Set<String> WITHOUT_STATE = Set.of("CheckoutEvent", "PersonEvent");

    private static final Set<String> PERSONAL = Set.of(
            "phone", "email", "fullName", "firstName", "lastName", "line1", "line2", "postalCode", "checkoutRequestId");
    private static final Set<String> SECRET = Set.of("password", "secret", "token", "pin", "credential");

    static final List<Law> ALL = List.of(
            Law.of(
                    noClasses()
                            .that(ofRole("command", "saga"))
                            .should()
                            .callCodeUnitWhere(
                                    describe("reads a clock or rolls dice", call -> isChance(call.getTarget())))
                            .as("Whoever decides has no clock, no dice and no environment"),
                    offender.cart.command.RollsDice.class),
            Law.of(
                    noClasses()
                            .that(ofRole("command"))
                            .should()
                            .dependOnClassesThat(named("java.time.Clock"))
                            .as("An aggregate is told the time"),
                    offender.cart.command.WearsAWatch.class),
            Law.of(
                    noFields()
                            .that(liveIn("api", "command", "saga"))
                            .should()
                            .haveRawType(named(
                                    "java.util.Date",
                                    "java.util.Calendar",
                                    "java.sql.Timestamp",
                                    "java.time.LocalDateTime",
                                    "java.time.ZonedDateTime",
                                    "java.time.OffsetDateTime"))
                            .as("A moment is an Instant"),
                    offender.cart.api.LocalTime.class),
            Law.of(
                    noFields()
                            .that(liveIn("api", "command", "saga"))
                            .should()
                            .haveRawType(describe("float or double", MessageLaws::isFloating))
                            .as("Nothing that counts is a floating number"),
                    offender.cart.api.FloatingPrice.class),
            Law.of(
                    fields().that(liveIn("api", "command", "saga"))
                            .and()
                            .haveRawType("java.math.BigDecimal")
                            .should()
                            .haveNameMatching("rating\\w*|\\w*(Rating|Rate)|average[A-Z]\\w*")
                            .as("Money is Money; only a rating, a rate or an average is a decimal"),
                    offender.cart.api.DecimalPrice.class),
            Law.of(
                    noFields()
                            .that(areStored())
                            .and(describe(
                                    "of text",
                                    field -> field.getRawType().getName().equals("java.lang.String")))
                            .should()
                            .haveNameMatching(oneOf(PERSONAL))
                            .as("What points at a person is Personal wherever it is stored"),
                    offender.cart.api.CartEvent.PlainPhoneNoted.class),
            Law.of(
                    noFields()
                            .that(areStored())
                            .should()
                            .haveNameMatching(oneOf(SECRET))
                            .as("No event keeps a secret"),
                    offender.cart.api.CartEvent.PasswordNoted.class),
            Law.of(
                    classes()
                            .that(memberOfFamily("Event"))
                            .should(be("evolved by an aggregate, or listed as stateless", MessageLaws::isRemembered))
                            .as("Every event is remembered by somebody"),
                    offender.cart.api.CartEvent.CartLost.class),
            Law.of(
                    classes()
                            .that(memberOfFamily("Command"))
                            .should(be("decided exactly once", type -> isHandledOnce(type, COMMAND_HANDLER)))
                            .as("Every command has exactly one decide"),
                    offender.cart.api.CartCommand.BurnCart.class),
            Law.of(
                    classes()
                            .that(memberOfFamily("Query"))
                            .should(be("answered exactly once", type -> isHandledOnce(type, QUERY_HANDLER)))
                            .as("Every question has exactly one who answers"),
                    offender.cart.api.CartQuery.WhoKnows.class),
            Law.of(
                    handlers(COMMAND_HANDLER).should().haveName("decide").as("A command is decided"),
                    offender.cart.command.HandlesByAnyName.class),
            Law.of(
                    handlers(EVENT_SOURCING_HANDLER).should().haveName("evolve").as("An event is evolved"),
                    offender.cart.command.RemembersByAnyName.class),
            Law.of(
                    methods()
                            .that()
                            .haveName("decide")
                            .and(describe(
                                    "of the command side", method -> House.isOfRole(method.getOwner(), "command")))
                            .should(assignNothing())
                            .as("Deciding assigns nothing"),
                    offender.cart.command.DecidesAndAssigns.class),
            Law.of(
                    methods()
                            .that()
                            .haveName("evolve")
                            .and(describe(
                                    "of the command side", method -> House.isOfRole(method.getOwner(), "command")))
                            .should(trustThePast())
                            .as("Evolving refuses nothing and applies nothing"),
                    offender.cart.command.EvolvesAndRefuses.class),
            Law.of(
                    classes()
                            .that(describe(
                                    "read events",
                                    type -> type.getMethods().stream()
                                            .anyMatch(method -> method.isAnnotatedWith(EVENT_HANDLER))))
                            .should()
                            .beAnnotatedWith(PROCESSING_GROUP)
                            .as("Whoever reads events names the group that it belongs to"),
                    offender.cart.query.ReadsInNoGroup.class),
            Law.of(
                    noClasses().should(nameAGroupOtherwise()).as("Processing groups are logical names"),
                    offender.cart.query.ReadsInAClassName.class));

    private MessageLaws() {}

    private static boolean isChance(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        return name.equals("now")
                || (owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")
                                .contains(name))
                || (owner.equals("java.time.Clock") && name.startsWith("system"))
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.equals("duka.kernel.Uuids") && name.equals("mint"))
                || Set.of(
                                "java.util.Random",
                                "java.util.SplittableRandom",
                                "java.security.SecureRandom",
                                "java.util.concurrent.ThreadLocalRandom",
                                "java.util.random.RandomGenerator")
                        .contains(owner);
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                .contains(type.getBaseComponentType().getName());
    }

    private static DescribedPredicate<JavaMember> liveIn(String... roles) {
        DescribedPredicate<JavaClass> role = ofRole(roles);
        return describe("live in " + String.join(", ", roles), member -> role.test(member.getOwner()));
    }

    /** The fields of events, and of what events are made of. */
    private static DescribedPredicate<JavaField> areStored() {
        return describe("are stored", field -> {
            JavaClass owner = field.getOwner();
            return House.isOfRole(owner, "api")
                    && !isOfFamily(owner, "Command")
                    && !isOfFamily(owner, "Query")
                    && !owner.getSimpleName().endsWith("View");
        });
    }

    private static String oneOf(Set<String> names) {
        return String.join("|", names);
    }

    private static DescribedPredicate<JavaClass> memberOfFamily(String kind) {
        return describe("members of a family of " + kind, type -> isOfFamily(type, kind));
    }

    private static boolean isOfFamily(JavaClass type, String kind) {
        return House.isOfRole(type, "api")
                && type.isRecord()
                && families(type, kind).findAny().isPresent();
    }

    private static Stream<JavaClass> families(JavaClass type, String kind) {
        return type.getRawInterfaces().stream()
                .filter(family -> family.isSealed() && family.getSimpleName().endsWith(kind));
    }

    private static boolean isRemembered(JavaClass event) {
        return families(event, "Event").anyMatch(family -> WITHOUT_STATE.contains(family.getSimpleName()))
                || Stream.concat(Stream.of(event), families(event, "Event"))
                        .flatMap(told -> told.getMethodsWithParameterTypeOfSelf().stream())
                        .anyMatch(method -> method.isAnnotatedWith(EVENT_SOURCING_HANDLER));
    }

    private static boolean isHandledOnce(JavaClass message, String annotation) {
        return message.getMethodsWithParameterTypeOfSelf().stream()
                        .filter(method -> method.isAnnotatedWith(annotation))
                        .count()
                == 1;
    }

    private static GivenMethodsConjunction handlers(String annotation) {
        return methods().that().areAnnotatedWith(annotation);
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> so) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!so.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is not " + what));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> assignNothing() {
        return new ArchCondition<>("assign nothing") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getFieldAccesses().stream()
                        .filter(access -> access.getAccessType() == AccessType.SET)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(method, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> trustThePast() {
        return new ArchCondition<>("trust the past") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().getName().equals("duka.kernel.Rejection")
                                || call.getTargetOwner()
                                        .getName()
                                        .equals("org.axonframework.modelling.command.AggregateLifecycle"))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> nameAGroupOtherwise() {
        return new ArchCondition<>("name a group otherwise than in small words and dots") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.tryGetAnnotationOfType(PROCESSING_GROUP)
                        .map(group -> String.valueOf(group.getProperties().get("value")))
                        .filter(name -> !name.matches("[a-z]+([.-][a-z]+)*"))
                        .ifPresent(name ->
                                events.add(SimpleConditionEvent.satisfied(type, type.getName() + " names " + name)));
            }
        };
    }
}
