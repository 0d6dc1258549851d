package daraja.simulator.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a data directory for one running simulator; the lock ends with the process, however it ends. */
public final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException when another simulator uses the directory */
    public static DirectoryLock on(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DirectoryLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(directory);
        }
        channel.close();
        throw inUse(directory);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static IOException inUse(Path directory) {
        return new IOException("Another simulator uses " + directory.toAbsolutePath());
    }
}
