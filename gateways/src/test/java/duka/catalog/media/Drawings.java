package duka.catalog.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Uploads: a picture whose top left quarter is red and whose rest is blue, and what else somebody may send. */
final class Drawings {

    private static final int PNG_HEADER_AT = 16;

    private Drawings() {}

    static byte[] jpeg(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    static byte[] png(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    static byte[] pngThatIsSeenThrough(int width, int height) {
        BufferedImage drawn = drawn(width, height, BufferedImage.TYPE_INT_ARGB);
        drawn.setRGB(width - 1, height - 1, 0x00ffffff);
        return written(drawn, "png");
    }

    static byte[] webp(String name) {
        try (InputStream file = Drawings.class.getResourceAsStream("/pictures/" + name + ".webp")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG of a camera that was held otherwise, and that knew where it was. */
    static byte[] jpegHeld(int orientation, int width, int height) {
        byte[] jpeg = jpeg(width, height);
        byte[] place = "taken at 1.2921 S, 36.8219 E".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(32 + place.length);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(place);
        ByteBuffer held = ByteBuffer.allocate(jpeg.length + 4 + exif.position());
        held.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (2 + exif.position()));
        held.put(exif.array(), 0, exif.position()).put(jpeg, 2, jpeg.length - 2);
        return held.array();
    }

    /** A few bytes that claim to be a picture of that size. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] png = png(8, 8);
        ByteBuffer.wrap(png).putInt(PNG_HEADER_AT, width).putInt(PNG_HEADER_AT + 4, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage read(Path picture) {
        try {
            return read(Files.readAllBytes(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isRed(BufferedImage picture, double x, double y) {
        Color seen = new Color(picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight())));
        return seen.getRed() > 180 && seen.getBlue() < 80;
    }

    private static BufferedImage drawn(int width, int height, int type) {
        BufferedImage drawn = new BufferedImage(width, height, type);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.dispose();
        return drawn;
    }

    private static byte[] written(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
