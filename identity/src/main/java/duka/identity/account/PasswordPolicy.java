package duka.identity.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which passwords are taken: long enough, not among the ones that everybody tries first, not the person's e-mail. */
@Component
public class PasswordPolicy {

    public static final int SHORTEST = 8;
    public static final int LONGEST = 128;

    private static final String ROWS =
            "abcdefghijklmnopqrstuvwxyz|01234567890123456789|qwertyuiopasdfghjklzxcvbnm|qazwsxedcrfvtgbyhnujmikolp";

    private final Set<String> common = read();

    /** What is wrong with it, as a sentence for its owner; nothing if it is fine. */
    public Optional<String> objection(String password, String email) {
        String folded = password.toLowerCase(Locale.ROOT);
        String address = Account.emailKey(email);
        String name = address.contains("@") ? address.substring(0, address.indexOf('@')) : address;
        if (password.length() < SHORTEST) {
            return Optional.of("It needs at least " + SHORTEST + " characters.");
        }
        if (password.length() > LONGEST) {
            return Optional.of("It may have at most " + LONGEST + " characters.");
        }
        if (folded.equals(address) || folded.equals(name)) {
            return Optional.of("It must not be your e-mail.");
        }
        if (common.contains(folded) || isMonotonous(folded)) {
            return Optional.of("It is one of the first that somebody would try.");
        }
        return Optional.empty();
    }

    /** One or two characters over and over, or a run along the alphabet, the digits or the keyboard. */
    private static boolean isMonotonous(String folded) {
        String reversed = new StringBuilder(folded).reverse().toString();
        return folded.chars().distinct().count() <= 2 || ROWS.contains(folded) || ROWS.contains(reversed);
    }

    private static Set<String> read() {
        try (InputStream list = PasswordPolicy.class.getResourceAsStream("/duka/identity/common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("The list of common passwords is missing");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
