package duka.server.serialization;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/** What the store writes under a name: the events of every feature, and the aggregates and sagas. */
final class StoredNames {

    private static final LogicalNames ALL = LogicalNames.scan();

    private StoredNames() {}

    static List<Class<?>> events() {
        return classes().filter(StoredNames::isEvent).toList();
    }

    static List<String> all() {
        return classes()
                .filter(type -> isEvent(type) || !type.getPackageName().endsWith(".api"))
                .map(StoredNames::name)
                .toList();
    }

    static String name(Class<?> type) {
        return ALL.nameOf(type).orElseThrow();
    }

    /** {@code ordering/OrderPlaced.v1.json} */
    static String goldenFile(Class<?> event) {
        Revision revision = event.getAnnotation(Revision.class);
        return name(event).replace('.', '/') + ".v" + (revision == null ? "1" : revision.value()) + ".json";
    }

    static LogicalNameSerializer serializer() {
        return new LogicalNameSerializer(ALL, new WireFormat(new OpenEnvelopes()));
    }

    private static Stream<Class<?>> classes() {
        return ALL.all().stream()
                .<Class<?>>map(name -> ALL.classOf(name).orElseThrow())
                .sorted(Comparator.comparing(StoredNames::name));
    }

    private static boolean isEvent(Class<?> type) {
        Class<?> family = type.getEnclosingClass();
        return type.isRecord()
                && family != null
                && family.isSealed()
                && family.getSimpleName().endsWith("Event")
                && family.isAssignableFrom(type);
    }
}
