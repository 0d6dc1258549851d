package duka.harness;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ISO codes of countries as a retail export names them; {@code ZZ} for what is none. */
final class Countries {

    private static final Map<String, String> OTHER_NAMES =
            Map.of("EIRE", "IE", "USA", "US", "RSA", "ZA", "Czech Republic", "CZ");

    private static final Map<String, String> CODES = Stream.of(Locale.getISOCountries())
            .collect(Collectors.toMap(
                    code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH),
                    Function.identity(),
                    (one, other) -> one));

    private Countries() {}

    static String code(String name) {
        return OTHER_NAMES.getOrDefault(name, CODES.getOrDefault(name, "ZZ"));
    }
}
