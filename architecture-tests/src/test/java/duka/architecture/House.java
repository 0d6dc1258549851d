package duka.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The house as the laws see it: packages are {@code duka.<feature>.<role>}, and each role lies in a jar of its own. What
 * imitates it under {@code offender} breaks one law each, so that a law that cannot fire is found out.
 */
final class House {

    /** A new feature is a new line here, and is talked about. */
    static final Set<String> FEATURES = Set.of(
            "catalog",
            "inventory",
            "cart",
            "ordering",
            "checkout",
            "payment",
            "shipping",
            "review",
            "wishlist",
            "identity",
            "notification",
            "analytics",
            "audit");

    /** What stands under every feature. */
    static final String FOUNDATION = "kernel";

    /** What wires them all. */
    static final String SERVER = "server";

    /** What all gateways stand on: which addresses may be reached at all. */
    static final String OUTSIDE = "outside";

    /** The outside partners of the gateways. */
    static final Set<String> PARTNERS = Set.of("daraja", "mail", "media", "webhook", OUTSIDE);

    /** The roles of the other jars; accounts are identity's own. */
    static final Set<String> ROLES = Set.of("api", "command", "saga", "query", "web", "account");

    static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("duka", "daraja.simulator");

    static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("offender");

    private static final Pattern PLACE = Pattern.compile("(?:duka|offender)\\.([a-z]+)(?:\\.([a-z]+))?(?:\\..*)?");

    private House() {}

    /** The second word of the package, if the class is ours. */
    static Optional<String> featureOf(JavaClass type) {
        Matcher place = PLACE.matcher(type.getPackageName());
        return place.matches() ? Optional.of(place.group(1)) : Optional.empty();
    }

    /** The third word of the package; the foundation's own has none, the server's parts are all of its one role. */
    static Optional<String> roleOf(JavaClass type) {
        Matcher place = PLACE.matcher(type.getPackageName());
        if (!place.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(place.group(1).equals(SERVER) ? SERVER : place.group(2));
    }

    static boolean isFoundation(JavaClass type) {
        return featureOf(type).filter(FOUNDATION::equals).isPresent();
    }

    static boolean isOfRole(JavaClass type, String role) {
        return roleOf(type).filter(role::equals).isPresent();
    }

    static DescribedPredicate<JavaClass> ofRole(String... roles) {
        return DescribedPredicate.describe(
                "of " + String.join(", ", roles),
                type -> roleOf(type).filter(Set.of(roles)::contains).isPresent());
    }

    static DescribedPredicate<JavaClass> ofAPartner() {
        return DescribedPredicate.describe(
                "of a partner", type -> roleOf(type).filter(PARTNERS::contains).isPresent());
    }

    /** Classes whose full name begins with one of these. */
    static DescribedPredicate<JavaClass> named(String... beginnings) {
        return DescribedPredicate.describe("named " + String.join(", ", beginnings), type -> {
            for (String beginning : beginnings) {
                if (type.getName().startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        });
    }
}
