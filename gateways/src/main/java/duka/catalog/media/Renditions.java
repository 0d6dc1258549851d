package duka.catalog.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture in the sizes that it is handed out in, drawn anew from its pixels: nothing else of the upload, such as where
 * it was taken, is in them.
 *
 * @param format {@code png} if one can see through it, else {@code jpg}
 * @param files the content of each, the largest first
 */
record Renditions(String format, Map<Size, byte[]> files) {

    private static final int LONGEST_SIDE = 1_600;
    private static final int[] WIDTHS = {1_280, 640, 320};
    private static final float QUALITY = 0.82f;

    static Renditions of(PictureKind kind, byte[] content, PictureReader reader) throws UnreadablePicture, IOException {
        BufferedImage read = reader.read(kind, content);
        Size fitted = Size.of(read).within(LONGEST_SIDE);
        BufferedImage largest = Orientation.upright(scaled(read, fitted), Orientation.of(kind, content));
        String format = isSeenThrough(largest) ? "png" : "jpg";
        Map<Size, byte[]> files = new LinkedHashMap<>();
        files.put(Size.of(largest), written(largest, format));
        BufferedImage from = largest;
        for (int width : WIDTHS) {
            if (width < largest.getWidth()) {
                from = scaled(from, Size.of(largest).ofWidth(width));
                files.put(Size.of(from), written(from, format));
            }
        }
        return new Renditions(format, files);
    }

    /** By halves, which takes every pixel into account, and the rest at once. */
    private static BufferedImage scaled(BufferedImage picture, Size wanted) {
        BufferedImage now = picture;
        while (now.getWidth() / 2 >= wanted.width() && now.getHeight() / 2 >= wanted.height()) {
            now = drawn(now, new Size(now.getWidth() / 2, now.getHeight() / 2));
        }
        return drawn(now, wanted);
    }

    private static BufferedImage drawn(BufferedImage picture, Size size) {
        boolean alpha = picture.getColorModel().hasAlpha();
        BufferedImage drawn = new BufferedImage(
                size.width(), size.height(), alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        canvas.drawImage(picture, 0, 0, size.width(), size.height(), null);
        canvas.dispose();
        return drawn;
    }

    private static boolean isSeenThrough(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return false;
        }
        int width = picture.getWidth();
        return IntStream.range(0, picture.getHeight())
                .anyMatch(y -> IntStream.range(0, width).anyMatch(x -> picture.getRGB(x, y) >>> 24 != 0xff));
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (format.equals("png")) {
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(opaque(picture), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage opaque(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, null);
        canvas.dispose();
        return opaque;
    }

    /** In pixels. */
    record Size(int width, int height) {

        static Size of(BufferedImage picture) {
            return new Size(picture.getWidth(), picture.getHeight());
        }

        Size within(int side) {
            int longest = Math.max(width, height);
            return longest <= side ? this : new Size(portion(width, side, longest), portion(height, side, longest));
        }

        Size ofWidth(int wanted) {
            return new Size(wanted, portion(height, wanted, width));
        }

        private static int portion(int length, int part, int whole) {
            return Math.max(1, Math.toIntExact(Math.round((double) length * part / whole)));
        }
    }
}
