package duka.catalog.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import duka.catalog.api.Pictures.Fault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Turns an upload into pixels. A few bytes can claim to be a picture of any size, so what it would take is reckoned from
 * its header, before anything of it is unpacked.
 */
final class PictureReader {

    /** More than the camera of any phone of today makes without being told to. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final int LONGEST_SIDE = 20_000;

    /** What is unpacked at most of one picture; of a larger one only every second row and column, or less. */
    private static final double MOST_UNPACKED = 12_500_000;

    private static final int PNG_DEPTH_AT = 24;

    /** What the WebP decoder takes for a pixel, measured: it holds the whole picture in small objects. */
    private static final int WEBP_BYTES = 30;

    private static final int SHARE_OF_HEAP = 4;

    private final long mostWebpPixels;

    PictureReader(long heapBytes) {
        this.mostWebpPixels = Math.min(MOST_PIXELS, heapBytes / SHARE_OF_HEAP / WEBP_BYTES);
    }

    /** Upright, whatever way the camera was held. */
    BufferedImage read(PictureKind kind, byte[] content) throws UnreadablePicture {
        if (!kind.isWhole(content)) {
            throw new UnreadablePicture(Fault.BROKEN);
        }
        try {
            ImageReader reader = reader(kind);
            try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
                reader.setInput(input, true, true);
                ImageReadParam parameters = reader.getDefaultReadParam();
                int step = step(kind, content, reader.getWidth(0), reader.getHeight(0));
                parameters.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, parameters);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            throw new UnreadablePicture(Fault.BROKEN);
        }
    }

    private int step(PictureKind kind, byte[] content, int width, int height) throws UnreadablePicture {
        long pixels = (long) width * height;
        long most = kind == PictureKind.WEBP ? mostWebpPixels : MOST_PIXELS;
        if (pixels > most || Math.max(width, height) > LONGEST_SIDE) {
            throw new UnreadablePicture(Fault.TOO_MANY_PIXELS);
        }
        boolean deep = kind == PictureKind.PNG && content[PNG_DEPTH_AT] > 8;
        return Math.max(1, (int) Math.ceil(Math.sqrt(pixels / (deep ? MOST_UNPACKED / 2 : MOST_UNPACKED))));
    }

    /** WebP by a decoder in Java: one in C would be the only such code that reads strangers' bytes in this process. */
    private static ImageReader reader(PictureKind kind) throws IOException {
        return kind == PictureKind.WEBP
                ? new WebPImageReaderSpi().createReaderInstance()
                : ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT))
                        .next();
    }
}
