package duka.server.crash;

import duka.server.DukaProperties;
import duka.server.serialization.LogicalNames;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.axonframework.config.ConfigurerModule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Has crash points only where the torture asked for them. */
@Configuration(proxyBeanMethods = false)
@Conditional(CrashConfiguration.Asked.class)
class CrashConfiguration {

    /** What a shell reports of a process that was killed. */
    private static final int KILLED = 137;

    private static final int FIRST = -1;
    private static final String EACH = "each";
    private static final String DEATHS = ".deaths";

    @Bean
    CrashPoints crashPoints(DukaProperties properties) {
        return new CrashPoints(watcher(
                properties.crashPointsFile(),
                properties.crashAt(),
                () -> Runtime.getRuntime().halt(KILLED)));
    }

    /** Registered before all else that is wrapped around commands, and so the outermost. */
    @Bean
    ConfigurerModule crashPointsAroundCommands(CrashPoints points, LogicalNames names) {
        return configurer -> configurer.onInitialize(config -> config.onStart(
                FIRST, () -> config.commandBus().registerHandlerInterceptor(points.aroundCommands(names))));
    }

    @Bean
    ConfigurerModule crashPointsAroundReaders(CrashPoints points, LogicalNames names) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((config, group) -> points.aroundReader(group, names));
    }

    /**
     * Records first, so that the list tells of the last line too.
     *
     * @param last where death comes; {@value #EACH}: wherever no server died before, by the list of deaths beside the
     *     file
     */
    static Consumer<String> watcher(@Nullable Path file, @Nullable String last, Runnable death) {
        if (file == null || file.toString().isEmpty()) {
            return point -> dieIf(point.equals(last), death);
        }
        Recorder passed = new Recorder(file);
        if (EACH.equals(last)) {
            Recorder deaths = new Recorder(file.resolveSibling(file.getFileName() + DEATHS));
            return point -> {
                passed.isNew(point);
                dieIf(deaths.isNew(point), death);
            };
        }
        return point -> {
            passed.isNew(point);
            dieIf(point.equals(last), death);
        };
    }

    private static void dieIf(boolean now, Runnable death) {
        if (now) {
            death.run();
        }
    }

    static final class Asked implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return has(context, "duka.crash-at") || has(context, "duka.crash-points-file");
        }

        private static boolean has(ConditionContext context, String property) {
            return StringUtils.hasText(context.getEnvironment().getProperty(property));
        }
    }
}
