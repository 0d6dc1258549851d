package duka.identity.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Gives a shop that has no admin its first one, before it takes requests. A password that nobody chose is left in
 * {@code <data>/secrets/first-admin}, readable by the owner alone, for the launcher to show once.
 */
@Component
class FirstAdmin implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    private static final int PASSWORD_BYTES = 15;

    private final AdminAccounts admins;
    private final String email;
    private final String password;
    private final Path file;

    FirstAdmin(
            AdminAccounts admins,
            @Value("${duka.admin-email:}") String email,
            @Value("${duka.admin-password:}") String password,
            @Value("${duka.data:data}") Path data) {
        this.admins = admins;
        this.email = email.isBlank() ? "admin@duka.local" : email.strip();
        this.password = password;
        this.file = data.resolve("secrets").resolve("first-admin");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!admins.exists()) {
            make();
        }
    }

    private void make() {
        if (password.isBlank()) {
            String generated = generated();
            leave("email=" + email + "\npassword=" + generated + "\n");
            admins.create(email, generated);
        } else {
            admins.create(email, password);
        }
        LOG.info("The first admin was made");
    }

    private static String generated() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private void leave(String content) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    ".new",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The first admin's password cannot be left for the launcher", e);
        }
    }
}
