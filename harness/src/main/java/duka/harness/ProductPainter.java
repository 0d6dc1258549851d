package duka.harness;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Paints a picture of a product from its name and category, for a shop without photographs: the same for the same
 * product, so that it is the same upload whenever it is painted.
 */
final class ProductPainter {

    private static final int SIDE = 960;
    private static final int ICON = 520;
    private static final int INITIALS = 3;

    static {
        // A picture is painted in memory; no screen is needed, and on a server there is none.
        System.setProperty("java.awt.headless", "true");
    }

    private final String name;
    private final Icon icon;
    private final Random dice;

    ProductPainter(String name, String category) {
        this.name = name;
        this.icon = Icon.of(category);
        this.dice = new Random(name.hashCode());
    }

    /** A PNG. */
    byte[] paint() throws IOException {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        float hue = (icon.hue() + dice.nextInt(-14, 15)) / 360f;
        wall(canvas, hue);
        thing(canvas, hue);
        label(canvas, hue);
        canvas.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private void wall(Graphics2D canvas, float hue) {
        canvas.setPaint(new GradientPaint(0, 0, shade(hue, 0.10f, 0.99f), SIDE, SIDE, shade(hue, 0.38f, 0.90f)));
        canvas.fillRect(0, 0, SIDE, SIDE);
        canvas.setColor(new Color(255, 255, 255, 70));
        for (int i = 0; i < 3; i++) {
            double size = 240 + dice.nextInt(320);
            canvas.fill(new Ellipse2D.Double(dice.nextInt(SIDE) - size / 2, dice.nextInt(SIDE) - size / 2, size, size));
        }
    }

    private void thing(Graphics2D canvas, float hue) {
        double left = (SIDE - ICON) / 2.0;
        canvas.setColor(new Color(0, 0, 0, 34));
        canvas.fill(new Ellipse2D.Double(left + 30, left + ICON * 0.86, ICON - 60, ICON * 0.14));
        AffineTransform place = AffineTransform.getTranslateInstance(left, left - 20);
        place.scale(ICON / 100.0, ICON / 100.0);
        Shape body = place.createTransformedShape(icon.body());
        canvas.setPaint(new GradientPaint(0, 200, shade(hue, 0.62f, 0.86f), 0, SIDE - 200f, shade(hue, 0.78f, 0.58f)));
        canvas.fill(body);
        canvas.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.setColor(shade(hue, 0.80f, 0.42f));
        canvas.draw(body);
        canvas.setColor(shade((hue + 0.09f) % 1, 0.22f, 0.99f));
        canvas.fill(place.createTransformedShape(icon.detail()));
    }

    /** The first letters of its name, where this machine has a font to write them with. */
    private void label(Graphics2D canvas, float hue) {
        String initials = Arrays.stream(name.split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(INITIALS)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        try {
            canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 64));
            int width = canvas.getFontMetrics().stringWidth(initials);
            canvas.setColor(shade(hue, 0.80f, 0.42f));
            canvas.fill(new RoundRectangle2D.Double(56, SIDE - 160, width + 72.0, 104, 52, 52));
            canvas.setColor(Color.WHITE);
            canvas.drawString(initials, 92, SIDE - 84);
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            canvas.setColor(shade(hue, 0.80f, 0.42f));
            canvas.fill(new RoundRectangle2D.Double(56, SIDE - 120, 120, 24, 24, 24));
        }
    }

    private static Color shade(float hue, float saturation, float brightness) {
        return Color.getHSBColor(hue, saturation, brightness);
    }
}
