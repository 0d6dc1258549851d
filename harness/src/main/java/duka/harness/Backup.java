package duka.harness;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the data of a shop that goes on selling: PostgreSQL's low-level base backup (its manual, 25.3.4), which is
 * whole as of the moment when the copy ends.
 */
final class Backup {

    private static final String CLUSTER = "postgres";
    private static final String LOG = "pg_wal";
    private static final String PICTURES = "media";
    private static final Set<String> OURS_ALONE = Set.of("run", "logs");

    /** What PostgreSQL makes anew, and what would mislead it after a restore. */
    private static final Set<String> EMPTIED = Set.of(
            LOG, "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_internal.init");
    private static final Pattern FIRST_LOG = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final Pattern LOG_FILE = Pattern.compile("[0-9A-F]{24}");

    private final Path from;
    private final Path to;

    private Backup(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    public static void main(String[] arguments) throws Exception {
        Stop.onFailure(() -> new Backup(Settings.fromEnvironment().data(), Path.of(arguments[0])).copy());
    }

    private void copy() throws Exception {
        try (Connection session = database();
                Statement statement = session.createStatement()) {
            statement.execute("SELECT pg_backup_start('duka', true)");
            copyTree();
            try (ResultSet end =
                    statement.executeQuery("SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(false)")) {
                end.next();
                String label = end.getString(1);
                Files.writeString(to.resolve(CLUSTER).resolve("backup_label"), label);
                copyLog(firstLog(label), end.getString(2));
                copyLatePictures();
            }
        }
    }

    private Connection database() throws IOException, SQLException {
        Properties login = new Properties();
        try (var reader = Files.newBufferedReader(from.resolve("secrets").resolve("database.properties"))) {
            login.load(reader);
        }
        return DriverManager.getConnection(login.getProperty("url"), login);
    }

    private void copyTree() throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path inside = from.relativize(folder);
                if (OURS_ALONE.contains(inside.toString())
                        || folder.getFileName().toString().equals("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.copy(
                        folder,
                        to.resolve(inside.toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
                boolean emptied = from.resolve(CLUSTER).equals(folder.getParent())
                        && EMPTIED.contains(folder.getFileName().toString());
                return emptied ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    copyFile(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** A table that is dropped meanwhile takes its file along, and the log knows of it. */
    private void copyFile(Path file) throws IOException {
        try {
            Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(to.resolve(from.relativize(file).toString()));
        }
    }

    /** Of products that were illustrated while the rest was copied: the log, which goes on to the end, may name them. */
    private void copyLatePictures() throws IOException {
        if (!Files.isDirectory(from.resolve(PICTURES))) {
            return;
        }
        try (Stream<Path> pictures = Files.walk(from.resolve(PICTURES))) {
            for (Path one : pictures.toList()) {
                Path copy = to.resolve(from.relativize(one).toString());
                if (Files.notExists(copy)) {
                    Files.copy(one, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static String firstLog(String label) {
        Matcher matcher = FIRST_LOG.matcher(label);
        if (!matcher.find()) {
            throw new Stop("PostgreSQL does not say where its log begins: " + label);
        }
        return matcher.group(1);
    }

    private void copyLog(String first, String last) throws IOException {
        Files.createDirectories(to.resolve(CLUSTER).resolve(LOG).resolve("archive_status"));
        try (Stream<Path> files = Files.list(from.resolve(CLUSTER).resolve(LOG))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (LOG_FILE.matcher(name).matches() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                    copyFile(file);
                }
            }
        }
        if (!Files.exists(to.resolve(CLUSTER).resolve(LOG).resolve(first))) {
            throw new Stop("the shop wrote so much meanwhile that the beginning of its log is gone; try again.");
        }
    }
}
