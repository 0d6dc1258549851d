package duka.server;

import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What is handy on a developer's machine and a danger in a shop: the production profile refuses to start with it. */
final class Production {

    private static final List<String> DEMANDED = List.of(
            "DUKA_MASTER_KEY",
            "DUKA_JWT_KEY",
            "DUKA_DARAJA_BASE_URL",
            "DUKA_DARAJA_CALLBACK_BASE",
            "DUKA_DARAJA_CONSUMER_KEY",
            "DUKA_DARAJA_CONSUMER_SECRET",
            "DUKA_DARAJA_PASSKEY",
            "DUKA_DARAJA_INITIATOR_PASSWORD",
            "DUKA_SMTP_HOST",
            "DUKA_SMTP_FROM");

    private static final List<String> OF_THE_TORTURE =
            List.of("DUKA_CLOCK_OFFSET", "DUKA_CRASH_AT", "DUKA_CRASH_POINTS_FILE");

    private Production() {}

    static boolean isOn(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("production"));
    }

    /** @throws CannotStart naming the first setting that does not do for a shop */
    static void demand(Environment environment) {
        for (String setting : DEMANDED) {
            if (value(environment, setting).isBlank()) {
                throw new CannotStart("production needs " + setting + " in its environment.");
            }
        }
        refuseOwnMachine(environment, "DUKA_DARAJA_BASE_URL");
        refuseOwnMachine(environment, "DUKA_DARAJA_CALLBACK_BASE");
        if (value(environment, "DUKA_LIMITS").equalsIgnoreCase("off")) {
            throw new CannotStart("production does not run with DUKA_LIMITS=off.");
        }
        for (String setting : OF_THE_TORTURE) {
            if (!value(environment, setting).isBlank()) {
                throw new CannotStart("production does not run with " + setting + ".");
            }
        }
    }

    private static void refuseOwnMachine(Environment environment, String setting) {
        String address = value(environment, setting).toLowerCase(Locale.ROOT);
        if (!address.startsWith("https://") || address.contains("localhost") || address.contains("127.0.0.1")) {
            throw new CannotStart(
                    "production needs an https address in " + setting + ", and not that of the simulator.");
        }
    }

    /** The setting as the environment spells it, or as the property that Spring makes of it. */
    private static String value(Environment environment, String setting) {
        String property = setting.toLowerCase(Locale.ROOT).replaceFirst("_", ".");
        String dotted = property.replaceFirst("^duka\\.(daraja|smtp)_", "duka.$1.");
        return environment.getProperty(setting, environment.getProperty(dotted.replace('_', '-'), ""));
    }
}
