package duka.harness;

import static duka.harness.Shapes.joined;
import static duka.harness.Shapes.lowerHalf;
import static duka.harness.Shapes.oval;
import static duka.harness.Shapes.path;
import static duka.harness.Shapes.ring;
import static duka.harness.Shapes.round;

import java.awt.Shape;
import java.util.List;

/**
 * What is drawn of a product of some categories.
 *
 * @param hue in degrees
 * @param body on a square of 100 by 100
 * @param detail on the body
 */
record Icon(int hue, Shape body, Shape detail, List<String> categories) {

    private static final Icon SACK = new Icon(
            38,
            joined(round(24, 30, 52, 56, 22), path(34, 32, 28, 14, 72, 14, 66, 32)),
            joined(round(30, 28, 40, 6, 6), oval(38, 46, 24, 24)),
            List.of("Flour and Grains"));
    private static final Icon CUP = new Icon(
            24,
            joined(round(22, 36, 46, 44, 18), ring(60, 44, 24, 24, 7), round(16, 82, 58, 6, 6)),
            joined(round(34, 14, 5, 16, 5), round(44, 10, 5, 20, 5), round(54, 14, 5, 16, 5)),
            List.of("Tea and Coffee"));
    private static final Icon JAR = new Icon(
            45,
            joined(round(26, 30, 48, 56, 18), round(30, 14, 40, 12, 6)),
            round(34, 46, 32, 24, 8),
            List.of("Spreads", "Spices"));
    private static final Icon BOTTLE = new Icon(
            75,
            joined(round(32, 36, 36, 52, 16), path(40, 40, 43, 20, 57, 20, 60, 40), round(42, 8, 16, 12, 5)),
            round(38, 52, 24, 22, 8),
            List.of("Oils", "Hair"));
    private static final Icon CLOTH = new Icon(
            350,
            round(18, 18, 64, 64, 8),
            joined(
                    round(18, 26, 64, 5, 1),
                    round(18, 40, 64, 5, 1),
                    round(18, 54, 64, 5, 1),
                    round(18, 68, 64, 5, 1),
                    round(26, 18, 3, 64, 1),
                    round(54, 18, 3, 64, 1)),
            List.of("Kikoi and Kanga", "Textiles"));
    private static final Icon SANDAL = new Icon(
            18,
            joined(oval(20, 12, 26, 78), oval(54, 12, 26, 78)),
            joined(round(19, 34, 28, 8, 6), round(29, 24, 8, 16, 6), round(53, 34, 28, 8, 6), round(63, 24, 8, 16, 6)),
            List.of("Shoes"));
    private static final Icon BAG = new Icon(
            28,
            joined(path(18, 40, 82, 40, 74, 88, 26, 88), ring(32, 12, 36, 52, 6)),
            joined(round(24, 52, 52, 6, 4), round(26, 66, 48, 6, 4)),
            List.of("Bags"));
    private static final Icon BOWL = new Icon(
            12,
            joined(lowerHalf(14, 4, 72, 80), round(36, 82, 28, 6, 4)),
            joined(round(12, 40, 76, 8, 8), round(26, 58, 48, 4, 4)),
            List.of("Kitchen"));
    private static final Icon SUN = new Icon(
            48,
            joined(path(24, 46, 76, 46, 88, 84, 12, 84), round(46, 84, 8, 8, 2), oval(38, 8, 24, 24)),
            joined(
                    path(48, 46, 52, 46, 53, 84, 47, 84), path(36, 46, 39, 46, 32, 84, 28, 84),
                    path(61, 46, 64, 46, 72, 84, 68, 84), round(18, 63, 64, 3, 2)),
            List.of("Solar"));
    private static final Icon PHONE = new Icon(
            205, round(30, 8, 40, 84, 14), joined(round(35, 18, 30, 58, 4), oval(46, 80, 8, 8)), List.of("Phones"));
    private static final Icon SPEAKER = new Icon(
            265,
            round(26, 8, 48, 84, 12),
            joined(ring(34, 44, 32, 32, 6), oval(45, 55, 10, 10), oval(41, 18, 18, 18)),
            List.of("Audio"));
    private static final Icon SOAP = new Icon(
            165,
            joined(round(14, 44, 72, 38, 26), oval(60, 14, 16, 16), oval(46, 24, 10, 10), oval(76, 28, 8, 8)),
            round(28, 54, 44, 18, 16),
            List.of("Soap and Body"));
    private static final Icon BOOK = new Icon(
            225,
            round(24, 12, 52, 76, 8),
            joined(round(30, 12, 4, 76, 1), round(42, 28, 26, 5, 3), round(42, 40, 20, 5, 3)),
            List.of("Stationery", "Languages"));
    private static final Icon BALL = new Icon(
            140,
            oval(14, 14, 72, 72),
            joined(
                    path(50, 36, 64, 46, 59, 62, 41, 62, 36, 46), path(46, 14, 54, 14, 52, 26, 48, 26),
                    path(16, 42, 26, 44, 22, 56, 15, 56), path(84, 42, 74, 44, 78, 56, 85, 56),
                    path(32, 80, 38, 72, 46, 80, 42, 86), path(68, 80, 62, 72, 54, 80, 58, 86)),
            List.of("Football"));
    private static final Icon SHIRT = new Icon(
            110,
            path(36, 14, 64, 14, 92, 32, 82, 48, 72, 42, 72, 88, 28, 88, 28, 42, 18, 48, 8, 32),
            joined(lowerHalf(38, 4, 24, 22), round(28, 54, 44, 8, 1)),
            List.of("Running"));
    private static final Icon BLOCKS = new Icon(
            320,
            joined(round(12, 52, 36, 36, 6), round(52, 52, 36, 36, 6), round(32, 12, 36, 36, 6)),
            joined(oval(22, 62, 16, 16), round(62, 62, 16, 16, 3), path(50, 20, 60, 38, 40, 38)),
            List.of());
    private static final List<Icon> ALL =
            List.of(SACK, CUP, JAR, BOTTLE, CLOTH, SANDAL, BAG, BOWL, SUN, PHONE, SPEAKER, SOAP, BOOK, BALL, SHIRT);

    /** Of a category by its name; blocks for those that are not known. */
    static Icon of(String category) {
        return ALL.stream()
                .filter(icon -> icon.categories.contains(category))
                .findFirst()
                .orElse(BLOCKS);
    }
}
