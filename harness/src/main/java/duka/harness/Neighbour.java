package duka.harness;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Somebody who shops in a lively shop: the same person with the same taste in every run.
 *
 * @param number from 0
 */
record Neighbour(int number, String firstName, String lastName) {

    static final int MOST = 25;
    private static final List<String> FIRST = List.of(
            "Wanjiku",
            "Otieno",
            "Achieng",
            "Kamau",
            "Njeri",
            "Kiprop",
            "Chebet",
            "Mutua",
            "Nduku",
            "Barasa",
            "Nafula",
            "Hassan",
            "Amina",
            "Omondi",
            "Akinyi",
            "Kariuki",
            "Wambui",
            "Kipchoge",
            "Jepkosgei",
            "Musyoka",
            "Mwende",
            "Wekesa",
            "Fatuma",
            "Ouma",
            "Nyambura");
    private static final List<String> LAST = List.of(
            "Kariuki",
            "Odhiambo",
            "Wafula",
            "Mwangi",
            "Rotich",
            "Kimani",
            "Abdi",
            "Njoroge",
            "Were",
            "Maina",
            "Koech",
            "Muthoni",
            "Onyango");
    private static final List<String> TOWNS = List.of(
            "Nairobi", "Mombasa", "Kisumu", "Nakuru", "Eldoret", "Thika", "Nyeri", "Machakos", "Kakamega", "Malindi");
    private static final List<String> STREETS = List.of(
            "Moi Avenue", "Kenyatta Road", "Ngong Road", "Oginga Odinga Street", "Market Street", "Biashara Lane");

    /** The first so many of them, at most {@value #MOST}. */
    static List<Neighbour> first(int count) {
        return IntStream.range(0, count).mapToObj(Neighbour::numbered).toList();
    }

    /** Others, who shopped before them: so many, none of whom is one of the first. */
    static List<Neighbour> earlier(int count) {
        return IntStream.range(MOST, MOST + count).mapToObj(Neighbour::numbered).toList();
    }

    private static Neighbour numbered(int n) {
        return new Neighbour(n, FIRST.get(n % FIRST.size()), LAST.get(n * 5 % LAST.size()));
    }

    String email() {
        return (firstName + "." + lastName).toLowerCase(Locale.ROOT) + "@example.com";
    }

    String name() {
        return firstName + " " + lastName;
    }

    /** Of the simulator's own numbers, by which it approves what it is asked, or, with {@code 032}, does not. */
    String phone(String behaviour) {
        return "+254700%03d%s".formatted(number, behaviour);
    }

    String town() {
        return TOWNS.get(number % TOWNS.size());
    }

    String street() {
        return STREETS.get(number % STREETS.size()) + " " + (3 + number * 7 % 90);
    }

    /** As the shop takes it. */
    Map<String, Object> address() {
        return Map.of(
                "full_name", name(),
                "phone", phone("000"),
                "line1", street(),
                "city", town(),
                "county", town(),
                "country", "KE");
    }

    String shippingMethod() {
        return town().equals(TOWNS.getFirst()) ? number % 2 == 0 ? "nairobi" : "pickup" : "countrywide";
    }

    int orders() {
        return 2 + dice("orders").nextInt(4);
    }

    /** Chance that falls the same way in every run. */
    Random dice(String about) {
        return new Random(31L * about.hashCode() + number * 1_000_003L);
    }
}
