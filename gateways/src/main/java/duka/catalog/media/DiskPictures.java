package duka.catalog.media;

import duka.catalog.api.Pictures;
import duka.catalog.api.Pictures.Outcome.Kept;
import duka.catalog.api.Pictures.Outcome.Refused;
import duka.catalog.media.PictureFolder.Rendition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps pictures in a {@link PictureFolder}. One is unpacked at a time: each takes a good part of the memory. */
final class DiskPictures implements Pictures {

    private final PictureFolder folder;
    private final PictureReader reader;
    private final ReentrantLock unpacking = new ReentrantLock();

    DiskPictures(PictureFolder folder, PictureReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    @Override
    public Outcome keep(byte[] upload) {
        Optional<PictureKind> kind = PictureKind.of(upload);
        if (kind.isEmpty()) {
            return new Refused(Fault.UNKNOWN_KIND);
        }
        try {
            return kept(hash(upload), kind.get(), upload);
        } catch (UnreadablePicture unreadable) {
            return new Refused(unreadable.fault());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kept kept(String hash, PictureKind kind, byte[] upload) throws UnreadablePicture, IOException {
        unpacking.lock();
        try {
            if (folder.of(hash).isEmpty()) {
                folder.keep(hash, upload, Renditions.of(kind, upload, reader));
            }
        } finally {
            unpacking.unlock();
        }
        return kept(hash, folder.of(hash));
    }

    private static Kept kept(String hash, List<Rendition> sizes) {
        Rendition largest = sizes.getFirst();
        return new Kept(
                hash + "." + largest.format(),
                largest.size().width(),
                largest.size().height());
    }

    private static String hash(byte[] upload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(upload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
