package duka.catalog.media;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How the camera was held (EXIF's tag 0x0112): a picture is turned upright once, since its EXIF is not handed on. */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int MOST = 8;
    private static final short TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final byte[] JPEG_EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private Orientation() {}

    /** From 1, upright, to 8; 1 if nothing readable is said. */
    static int of(PictureKind kind, byte[] content) {
        try {
            return tag(exif(kind, content));
        } catch (IndexOutOfBoundsException | ArithmeticException unreadable) {
            return UPRIGHT;
        }
    }

    static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = orientation > 4;
        BufferedImage turned = new BufferedImage(lying ? height : width, lying ? width : height, picture.getType());
        Graphics2D canvas = turned.createGraphics();
        canvas.drawRenderedImage(picture, turn(orientation, width, height));
        canvas.dispose();
        return turned;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static ByteBuffer exif(PictureKind kind, byte[] content) {
        ByteBuffer file = ByteBuffer.wrap(content);
        return switch (kind) {
            case JPEG -> inJpeg(file);
            case PNG -> inChunks(file, 8, "eXIf", true);
            case WEBP -> inChunks(file.order(ByteOrder.LITTLE_ENDIAN), 12, "EXIF", false);
        };
    }

    private static ByteBuffer inJpeg(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xff) == 0xff && (file.get(at + 1) & 0xff) != 0xda) {
            int length = Short.toUnsignedInt(file.getShort(at + 2));
            int body = at + 4;
            if ((file.get(at + 1) & 0xff) == 0xe1 && length > 8 && isExif(file, body)) {
                return file.slice(body + JPEG_EXIF.length, length - 2 - JPEG_EXIF.length);
            }
            at += 2 + length;
        }
        return ByteBuffer.allocate(0);
    }

    private static boolean isExif(ByteBuffer file, int at) {
        byte[] mark = new byte[JPEG_EXIF.length];
        file.get(at, mark);
        return Arrays.equals(mark, JPEG_EXIF);
    }

    /** PNG has the length before the name and a checksum behind; WebP the name before the length, and is padded. */
    private static ByteBuffer inChunks(ByteBuffer file, int first, String wanted, boolean png) {
        int at = first;
        while (at + 8 <= file.limit()) {
            int length = file.getInt(png ? at : at + 4);
            if (length < 0) {
                break;
            }
            byte[] name = new byte[4];
            file.get(png ? at + 4 : at, name);
            if (new String(name, StandardCharsets.US_ASCII).equals(wanted)) {
                return file.slice(at + 8, length);
            }
            at = Math.addExact(at, Math.addExact(8, Math.addExact(length, png ? 4 : length & 1)));
        }
        return ByteBuffer.allocate(0);
    }

    private static int tag(ByteBuffer exif) {
        if (exif.limit() < 8) {
            return UPRIGHT;
        }
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = Short.toUnsignedInt(exif.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (exif.getShort(entry) == TAG) {
                int told = exif.getShort(entry + 8);
                return told >= UPRIGHT && told <= MOST ? told : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
