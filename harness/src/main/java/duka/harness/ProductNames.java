package duka.harness;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the till's shouting into names that a shop can show, and guesses where on the shelves a thing belongs. */
final class ProductNames {

    private static final Set<String> SMALL =
            Set.of("a", "and", "as", "at", "for", "in", "of", "on", "the", "to", "with");
    private static final Map<String, Pattern> SHELVES = shelves();

    private ProductNames() {}

    /** {@code "RED WOOLLY HOTTIE WHITE HEART."} → {@code "Red Woolly Hottie White Heart"}. */
    static String readable(String shouted) {
        String[] words = shouted.strip().replaceAll("[.,\\s]+$", "").split("\\s+");
        String name = Stream.of(words).map(ProductNames::word).collect(Collectors.joining(" "));
        return name.isEmpty() ? shouted : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The category, as {@code A > B}. */
    static String category(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return SHELVES.entrySet().stream()
                .filter(shelf -> shelf.getValue().matcher(upper).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("Gifts > Curiosities");
    }

    private static String word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (SMALL.contains(lower)) {
            return lower;
        }
        StringBuilder cased = new StringBuilder(lower);
        boolean start = true;
        for (int i = 0; i < cased.length(); i++) {
            char sign = cased.charAt(i);
            if (start && Character.isLetter(sign)) {
                cased.setCharAt(i, Character.toUpperCase(sign));
                start = false;
            } else if (sign == '-' || sign == '/' || sign == '+') {
                start = true;
            } else if (Character.isDigit(sign)) {
                start = false;
            }
        }
        return cased.toString();
    }

    /** The first shelf whose words are in the name wins, so the narrow ones stand before the wide ones. */
    private static Map<String, Pattern> shelves() {
        Map<String, Pattern> shelves = new LinkedHashMap<>();
        shelf(shelves, "Seasonal > Christmas", "CHRISTMAS|XMAS|SANTA|REINDEER|ADVENT|SNOWFLAKE|SNOWMAN|BAUBLE|NOEL");
        shelf(shelves, "Seasonal > Easter", "EASTER|BUNNY|CHICK\\b|EGG ");
        shelf(shelves, "Bags > Shoppers", "SHOPPER|JUMBO BAG|LUNCH BAG|\\bBAGS?\\b|RUCKSACK|BACKPACK|PURSE|WALLET");
        shelf(shelves, "Jewellery > Necklaces", "NECKLACE|PENDANT");
        shelf(shelves, "Jewellery > Bracelets", "BRACELET|BANGLE");
        shelf(shelves, "Jewellery > Earrings and Rings", "EARRING|\\bRING\\b|BROOCH|HAIR ?(CLIP|GRIP|SLIDE|BAND)");
        shelf(shelves, "Home > Candles and Lights", "CANDLE|T-LIGHT|TEALIGHT|LANTERN|LIGHTS?\\b|LAMP|INCENSE");
        shelf(shelves, "Home > Clocks and Mirrors", "CLOCK|MIRROR");
        shelf(shelves, "Home > Cushions and Throws", "CUSHION|THROW|QUILT|BLANKET|DOORMAT|DOOR MAT|\\bRUG\\b|CURTAIN");
        shelf(shelves, "Home > Warmth", "HOT WATER|HOTTIE|WARMER|UMBRELLA|PARASOL");
        shelf(
                shelves,
                "Home > Storage",
                "BOX|BASKET|DRAWER|CABINET|TIN\\b|TINS\\b|JAR|HOOK|HANGER|RACK|STORAGE|HOLDER");
        shelf(shelves, "Home > Frames and Signs", "FRAME|SIGN\\b|PLAQUE|PICTURE|CHALKBOARD|BLACKBOARD|LETTER");
        shelf(shelves, "Kitchen > Baking", "CAKE|BAKING|CUTTER|MEASUR|ROLLING|MUFFIN|COOKIE|JELLY|RECIPE|SCALES");
        shelf(shelves, "Kitchen > Tea and Coffee", "TEA\\b|TEAPOT|TEACUP|\\bMUGS?\\b|COFFEE|\\bCUPS?\\b|SAUCER|COSY");
        shelf(
                shelves,
                "Kitchen > Tableware",
                "PLATE|BOWL|DISH|TRAY|CUTLERY|SPOON|FORK|GLASS|JUG|PLACEMAT|COASTER|NAPKIN|BOTTLE");
        shelf(shelves, "Kitchen > Textiles", "APRON|TOWEL|OVEN|TABLECLOTH");
        shelf(shelves, "Party > Decorations", "BUNTING|GARLAND|BALLOON|PARTY|PAPER CHAIN|CONFETTI|DECORATION|DISCO");
        shelf(shelves, "Paper > Cards and Wrap", "CARD|WRAP|RIBBON|GIFT TAG|TISSUE");
        shelf(
                shelves,
                "Paper > Stationery",
                "NOTEBOOK|PENCIL|\\bPENS?\\b|STICKER|STAMP|TAPE|SKETCH|JOURNAL|PASSPORT|MAGNET|RULER");
        shelf(shelves, "Garden > Garden", "GARDEN|PLANT|FLOWER|WATERING|BIRD|HERB|SEED|PICNIC");
        shelf(
                shelves,
                "Children > Toys and Games",
                "TOY|GAME|PUZZLE|DOLL|SOLDIER|SKITTLE|BLOCK|TRAIN|CARS?\\b|SPACEBOY|PLAYHOUSE|DOMINO");
        shelf(shelves, "Children > For the Little Ones", "CHILD|BABY|KIDS?\\b|GIRL|BOY|NURSERY|CIRCUS");
        shelf(shelves, "Crafts > Sewing and Knitting", "SEWING|KNIT|FELT|FABRIC|CRAFT|BUTTON|PATCH");
        shelf(shelves, "Bath > Bath and Body", "BATH|SOAP|SPONGE|TOILET|WASH|SHOWER");
        return shelves;
    }

    private static void shelf(Map<String, Pattern> shelves, String category, String words) {
        shelves.put(category, Pattern.compile(words));
    }
}
