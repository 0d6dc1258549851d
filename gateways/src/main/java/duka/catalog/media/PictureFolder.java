package duka.catalog.media;

import duka.catalog.media.Renditions.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pictures on disk: a folder for each, named after the hash of what was uploaded, with the upload itself, which is never
 * handed out, and its renditions. A folder is filled beside, and moved to its place in one step when all of it is
 * written: a picture is there as a whole or not at all, whenever the server ends. None is ever changed or deleted.
 */
final class PictureFolder {

    private static final Pattern KEY = Pattern.compile("([0-9a-f]{64})\\.(jpg|png)");
    private static final Pattern FILE = Pattern.compile("(\\d{1,5})x(\\d{1,5})\\.(jpg|png)");
    private static final String UPLOAD = "upload";

    private final Path pictures;
    private final Path workshop;

    /** @param workshop where folders are filled, on the same disk; what an earlier run left there is thrown away */
    PictureFolder(Path pictures, Path workshop) throws IOException {
        this.pictures = pictures;
        this.workshop = workshop;
        if (Files.exists(workshop)) {
            try (Stream<Path> left = Files.list(workshop)) {
                for (Path one : left.toList()) {
                    throwAway(one);
                }
            }
        }
    }

    /** One file of a picture. */
    record Rendition(Path file, Size size, String format) {}

    /** The sizes of a picture, the largest first; none if it is not kept. */
    List<Rendition> of(String hash) throws IOException {
        Path folder = place(hash);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> rendition(file).stream())
                    .sorted(Comparator.comparingInt(
                                    (Rendition one) -> one.size().width())
                            .reversed())
                    .toList();
        }
    }

    /** The smallest that is at least as wide, or the largest. A key that is not ours names nothing. */
    Optional<Rendition> find(String key, int width) throws IOException {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<Rendition> sizes = of(parts.group(1)).stream()
                .filter(one -> one.format().equals(parts.group(2)))
                .toList();
        return sizes.reversed().stream()
                .filter(one -> one.size().width() >= width)
                .findFirst()
                .or(() -> sizes.stream().findFirst());
    }

    void keep(String hash, byte[] upload, Renditions renditions) throws IOException {
        Files.createDirectories(workshop);
        Path fresh = Files.createTempDirectory(workshop, "picture");
        write(fresh.resolve(UPLOAD), upload);
        for (Map.Entry<Size, byte[]> file : renditions.files().entrySet()) {
            Size size = file.getKey();
            String name = size.width() + "x" + size.height() + "." + renditions.format();
            write(fresh.resolve(name), file.getValue());
        }
        synchronize(fresh);
        Path shelf = shelf(hash);
        Path place = place(hash);
        Files.createDirectories(shelf);
        synchronize(pictures);
        try {
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throwAway(fresh);
            if (!Files.isDirectory(place)) {
                throw e;
            }
        }
        synchronize(shelf);
    }

    /** No folder holds more than a part of all. */
    private Path shelf(String hash) {
        return pictures.resolve(hash.substring(0, 2));
    }

    private Path place(String hash) {
        return shelf(hash).resolve(hash);
    }

    private static Optional<Rendition> rendition(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Rendition(
                        file,
                        new Size(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))),
                        name.group(3)))
                : Optional.empty();
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** A name is in a folder for good only once the folder itself is on disk. */
    private static void synchronize(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void throwAway(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
