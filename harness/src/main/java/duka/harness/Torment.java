package duka.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs a shop of its own into trouble and lets the {@link Checker} judge what is left. */
final class Torment {

    private static final int PORT = 18080;
    private static final int CONNECTIONS = 256;
    /** A prompt that nobody can answer for must not keep the judge waiting for a quarter of an hour. */
    private static final Map<String, String> SHORT_WAITS =
            Map.of("DUKA_PAYMENT_WINDOW", "4m", "DUKA_ATTEMPT_DEADLINE", "1m");

    private static final String USAGE = """
            ./duka torment oversell [repetitions]   200 carts for 50 pieces, at once (10 times)
            ./duka torment crossed [rounds]         two hot SKUs, taken in both orders (1000 rounds)
            ./duka torment kill [times] [seed]      kill -9 in the middle of 200 checkouts (20 times)
            ./duka torment storm [payments] [seed]  callbacks five times, shuffled, early, late, lost (10000)""";

    private Torment() {}

    public static void main(String[] arguments) throws Exception {
        Stop.onFailure(() -> {
            switch (arguments.length == 0 ? "--help" : arguments[0]) {
                case "oversell" -> on(ordeal -> new Oversell(ordeal).run(number(arguments, 10)));
                case "crossed" -> on(ordeal -> new Crossed(ordeal).run(number(arguments, 1_000)));
                case "kill" -> on(ordeal -> new Kill(ordeal).run(number(arguments, 20), seed(arguments)));
                case "storm" -> on(ordeal -> new Storm(ordeal).run(number(arguments, 10_000), seed(arguments)));
                case "--help", "-h" -> System.out.println(USAGE);
                default -> throw new Stop("torment does not know " + arguments[0] + "; --help says what it does.");
            }
        });
    }

    private static void on(Trouble trouble) throws Exception {
        Path data = Files.createTempDirectory("duka-torment");
        System.out.println("data and journals: " + data);
        try (OwnSystem system = OwnSystem.start(data, PORT, CONNECTIONS, SHORT_WAITS)) {
            Ordeal ordeal = new Ordeal(data, system);
            trouble.happenTo(ordeal);
            if (!ordeal.violations().isEmpty()) {
                throw new Stop(ordeal.violations().size() + " violations.");
            }
            System.out.println("No violation.");
        }
    }

    private static int number(String[] arguments, int otherwise) {
        return (int) Arguments.number(arguments, 1, otherwise);
    }

    private static long seed(String[] arguments) {
        return arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
    }

    @FunctionalInterface
    private interface Trouble {
        void happenTo(Ordeal ordeal) throws Exception;
    }
}
