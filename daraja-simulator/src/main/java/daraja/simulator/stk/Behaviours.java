package daraja.simulator.stk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Which phone behaves how. The last three digits choose, unless a behaviour was set for the phone or for the one
 * prompt. Modelled: the codes, texts and the times of 037 are Safaricom's, that digits choose them is ours.
 *
 * <p>Besides three digits, {@code code:X} ends a prompt with result code X after two seconds.
 */
public final class Behaviours {

    private static final Pattern NAME = Pattern.compile("\\d{3}|code:[A-Z0-9_]{1,20}");
    private static final String CODE = "code:";

    private final Map<String, String> chosen = new ConcurrentHashMap<>();

    /** Makes this phone behave like that from now on. */
    public void choose(String msisdn, String name) {
        chosen.put(msisdn, checked(name));
    }

    /** The name of the behaviour that a phone has. */
    public String of(String msisdn) {
        return chosen.getOrDefault(msisdn, msisdn.substring(msisdn.length() - 3));
    }

    public void reset() {
        chosen.clear();
    }

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a behaviour is three digits or code:X");
        }
        return name;
    }

    static Behaviour named(String name, JsonNode script) {
        Behaviour plain = name.startsWith(CODE) ? Behaviour.fails(name.substring(CODE.length()), 2) : ofTail(name);
        return plain.scripted(script);
    }

    private static Behaviour ofTail(String tail) {
        CallbackPlan usual = CallbackPlan.USUAL;
        return switch (tail) {
            case "000" -> Behaviour.approves(1);
            case "001" -> Behaviour.fails("1", 2);
            case "002" -> Behaviour.approves(3).calling(usual.withCopies(3));
            case "003" -> Behaviour.approves(0).answering(PushAnswer.AFTER_CALLBACK);
            case "004" ->
                Behaviour.approves(3)
                        .calling(usual.withDelay(Duration.ofHours(1)))
                        .telling(new QueryPlan(true, Duration.ZERO, "1032"));
            case "005" -> Behaviour.approves(3).calling(usual.withShape(CallbackShape.USUAL.withAmountOff(1)));
            case "006" -> Behaviour.approves(3).telling(new QueryPlan(false, Duration.ofMinutes(2), "1032"));
            case "007" -> Behaviour.approves(3).answering(PushAnswer.CUT);
            case "008" -> Behaviour.approves(10);
            case "009" -> Behaviour.approves(3).calling(usual.withReceipts(2));
            case "019" -> Behaviour.fails("1019", 20);
            case "032" -> Behaviour.fails("1032", 2);
            case "036" -> Behaviour.fails("1037", 60);
            case "037" -> Behaviour.ends(Outcome.UNREACHABLE, Duration.ofSeconds(3));
            case "201" -> Behaviour.fails("2001", 2);
            case "404" -> Behaviour.approves(3).calling(usual.neverSent());
            case "503" -> Behaviour.approves(3).answering(PushAnswer.UNAVAILABLE);
            case "999" -> Behaviour.fails("1037", 600);
            default -> Behaviour.approves(3);
        };
    }
}
