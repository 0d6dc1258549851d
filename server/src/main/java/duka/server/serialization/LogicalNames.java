package duka.server.serialization;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * What is stored is frozen, so it is stored under names of the business and never of Java: {@code ordering.OrderPlaced}
 * for a message of the family {@code OrderEvent}, {@code ordering.OrderView.HistoryEntry} for anything else of an api
 * package, {@code ordering.Order} for an aggregate and {@code checkout.CheckoutSaga} for a saga.
 */
public final class LogicalNames {

    private static final Pattern OURS = Pattern.compile("duka\\.([a-z]+)\\.(api|command|saga)\\.(.+)");

    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    private LogicalNames() {}

    /** The names of all messages, aggregates and sagas on the class path. */
    public static LogicalNames scan() {
        LogicalNames names = new LogicalNames();
        Scanner scanner = new Scanner();
        for (BeanDefinition found : scanner.findCandidateComponents("duka")) {
            names.add(ClassUtils.resolveClassName(
                    String.valueOf(found.getBeanClassName()), LogicalNames.class.getClassLoader()));
        }
        return names;
    }

    public Optional<String> nameOf(Class<?> type) {
        return Optional.ofNullable(names.get(type));
    }

    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** All names, sorted: the frozen vocabulary. */
    public SortedSet<String> all() {
        return new TreeSet<>(classes.keySet());
    }

    /** The names of all that somebody handles. */
    public String[] handledBy(Predicate<Class<?>> handles) {
        return all().stream()
                .filter(name -> classOf(name).filter(handles).isPresent())
                .toArray(String[]::new);
    }

    private void add(Class<?> type) {
        Matcher ours = OURS.matcher(type.getName());
        if (!ours.matches()) {
            return;
        }
        String name = ours.group(1) + "."
                + (isMessage(type) ? type.getSimpleName() : ours.group(3).replace('$', '.'));
        Class<?> other = classes.put(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("Both " + other + " and " + type + " would be stored as " + name);
        }
        names.put(type, name);
    }

    /** A record of a sealed family, which is known by its own name alone. */
    private static boolean isMessage(Class<?> type) {
        Class<?> family = type.getEnclosingClass();
        return type.isRecord() && family != null && family.isSealed() && family.isAssignableFrom(type);
    }

    /** Finds our own concrete classes of the api, and the aggregates and sagas, without loading any other. */
    private static final class Scanner extends ClassPathScanningCandidateComponentProvider {

        private static final String AGGREGATE = "org.axonframework.spring.stereotype.Aggregate";
        private static final String SAGA = "org.axonframework.spring.stereotype.Saga";

        Scanner() {
            super(false);
            addIncludeFilter((reader, factory) -> {
                Matcher ours = OURS.matcher(reader.getClassMetadata().getClassName());
                AnnotationMetadata annotations = reader.getAnnotationMetadata();
                return ours.matches()
                        && (ours.group(2).equals("api")
                                || annotations.hasAnnotation(AGGREGATE)
                                || annotations.hasAnnotation(SAGA));
            });
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return definition.getMetadata().isConcrete();
        }
    }
}
