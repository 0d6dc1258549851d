package duka.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys that nobody set: in development they are made once and kept in the data folder, readable by its owner alone; in
 * production each must come from the environment.
 */
public final class Secrets {

    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final boolean production;

    public Secrets(Path data, boolean production) {
        this.folder = data.resolve("secrets");
        this.production = production;
    }

    /**
     * 32 secret bytes.
     *
     * @param configured base64, or {@code null} or blank if it is not set
     * @param setting the name of the setting, for whoever must set it
     */
    public byte[] key(@Nullable String configured, String setting) {
        if (configured != null && !configured.isBlank()) {
            return decoded(configured, setting);
        }
        if (production) {
            throw new CannotStart("production needs " + setting + ": 32 random bytes in base64.");
        }
        return decoded(keptOrMade(folder.resolve(setting)), setting);
    }

    /** Writes what only the owner of the data may read. */
    public static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(
                file.getParent(),
                ".new",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String keptOrMade(Path file) {
        try {
            if (!Files.exists(file)) {
                Path folder = file.getParent();
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, Set.copyOf(PosixFilePermissions.fromString("rwx------")));
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                write(file, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("cannot keep secrets in " + file.getParent(), e);
        }
    }

    private static byte[] decoded(String base64, String setting) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new CannotStart(setting + " is no base64.", e);
        }
        throw new CannotStart(setting + " must be 32 bytes in base64.");
    }
}
