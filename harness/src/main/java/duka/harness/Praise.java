package duka.harness;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** What neighbours say of what they bought: mostly good things, as in shops that live. */
final class Praise {

    private record Words(int rating, String title, String body) {}

    private static final List<Words> WORDS = List.of(
            new Words(5, "Nzuri sana", "%s is exactly what I hoped for. I will buy it again."),
            new Words(5, "Very good", "%s came quickly and well packed. My family likes it."),
            new Words(5, "Worth every shilling", "Better than what I find in town, and delivered to my door."),
            new Words(5, "Asante", "I paid on my phone and had it two days later. %s is lovely."),
            new Words(5, "Bei nzuri", "%s ni nzuri kuliko nilivyotarajia. Nitanunua tena."),
            new Words(5, "Safi kabisa", "Imefika haraka na ikiwa imefungwa vizuri. Watoto wameipenda."),
            new Words(5, "Inafanya kazi vizuri", "Nimeitumia kwa mwezi mmoja sasa, na sina shida yoyote."),
            new Words(4, "Nimeridhika", "%s ni nzuri, ila ilichelewa siku moja kufika."),
            new Words(4, "Good", "%s does what it should. Delivery took a day longer than I thought."),
            new Words(4, "Poa", "Good quality for the price. The packaging could be better."),
            new Words(4, "Happy with it", "We use %s every day. So far so good."),
            new Words(4, "Nice gift", "Bought %s for my mother; she was pleased."),
            new Words(3, "All right", "%s is fine, though I expected a little more for the money."),
            new Words(3, "Sawa", "It works. The colour is not quite as in the picture."),
            new Words(3, "Ya kawaida", "Si mbaya, lakini nilitarajia ubora zaidi kwa bei hii."),
            new Words(3, "It is okay", "%s works, but the box was dented when it came."),
            new Words(2, "Not for me", "%s is smaller than I thought. The shop answered my questions kindly, though."),
            new Words(2, "Haikunifaa", "Ukubwa si kama nilivyofikiri. Nitaomba kurudisha."),
            new Words(1, "Disappointed", "%s stopped being any good after a week."));

    private Praise() {}

    /** A review's request. */
    static Map<String, Object> of(String product, String name, Random dice) {
        int first = dice.nextInt(WORDS.size());
        Words words = WORDS.get(dice.nextInt(3) == 0 ? first : Math.min(first, dice.nextInt(WORDS.size())));
        return Map.of(
                "product_id", product,
                "rating", words.rating(),
                "title", words.title(),
                "body", words.body().formatted(name));
    }
}
