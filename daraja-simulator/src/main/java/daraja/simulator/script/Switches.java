package daraja.simulator.script;

import daraja.simulator.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What holds for the whole simulator until it is switched again.
 *
 * <ul>
 *   <li>{@code id_style}: {@code 2026} (default) or {@code 2021}, the two observed forms of ids [O]
 *   <li>{@code token_life_seconds}: 3600 [D]
 *   <li>{@code old_token_dies}: a new token ends the one before it, as the pages say [D]; off, nobody has seen it
 *   <li>{@code redeliver}: a callback that was not answered with 200 comes again, three times at most [modelled]; off
 *   <li>{@code pushes_per_second}: more answer "Spike Arrest Violation"; 0 is no limit [modelled]
 *   <li>{@code empty_query_rate}: the share of status queries answered with an empty 500.001.1001; 0.2 was seen [O]
 *   <li>{@code c2b_validation}: ask the validation address before a C2B payment [D]; off
 *   <li>{@code c2b_register_once}: a second registration is refused, as in production [D]; off
 *   <li>{@code pull_unregistered}: Pull finds nothing until the shop registers for it [modelled]; off
 *   <li>{@code pull_nairobi_dates}: dates in Pull show Nairobi's wall clock with a false Z [?]; off
 * </ul>
 */
public final class Switches {

    private volatile String idStyle = "2026";
    private volatile long tokenLifeSeconds = 3600;
    private volatile boolean oldTokenDies;
    private volatile boolean redeliver;
    private volatile int pushesPerSecond;
    private volatile double emptyQueryRate;
    private volatile boolean c2bValidation;
    private volatile boolean c2bRegisterOnce;
    private volatile boolean pullUnregistered;
    private volatile boolean pullNairobiDates;

    public boolean oldIds() {
        return idStyle.equals("2021");
    }

    public long tokenLifeSeconds() {
        return tokenLifeSeconds;
    }

    public boolean oldTokenDies() {
        return oldTokenDies;
    }

    public boolean redeliver() {
        return redeliver;
    }

    public int pushesPerSecond() {
        return pushesPerSecond;
    }

    public double emptyQueryRate() {
        return emptyQueryRate;
    }

    public boolean c2bValidation() {
        return c2bValidation;
    }

    public boolean c2bRegisterOnce() {
        return c2bRegisterOnce;
    }

    public boolean pullUnregistered() {
        return pullUnregistered;
    }

    /** The shop has registered. */
    public void registerForPull() {
        pullUnregistered = false;
    }

    public boolean pullNairobiDates() {
        return pullNairobiDates;
    }

    /** Sets those that are named. */
    void set(JsonNode wanted) {
        String style = wanted.path("id_style").asString(idStyle);
        if (!style.equals("2021") && !style.equals("2026")) {
            throw new IllegalArgumentException("id_style is 2021 or 2026");
        }
        idStyle = style;
        tokenLifeSeconds = wanted.path("token_life_seconds").asLong(tokenLifeSeconds);
        oldTokenDies = wanted.path("old_token_dies").asBoolean(oldTokenDies);
        redeliver = wanted.path("redeliver").asBoolean(redeliver);
        pushesPerSecond = wanted.path("pushes_per_second").asInt(pushesPerSecond);
        emptyQueryRate = wanted.path("empty_query_rate").asDouble(emptyQueryRate);
        c2bValidation = wanted.path("c2b_validation").asBoolean(c2bValidation);
        c2bRegisterOnce = wanted.path("c2b_register_once").asBoolean(c2bRegisterOnce);
        pullUnregistered = wanted.path("pull_unregistered").asBoolean(pullUnregistered);
        pullNairobiDates = wanted.path("pull_nairobi_dates").asBoolean(pullNairobiDates);
    }

    ObjectNode shown() {
        return Json.object()
                .put("id_style", idStyle)
                .put("token_life_seconds", tokenLifeSeconds)
                .put("old_token_dies", oldTokenDies)
                .put("redeliver", redeliver)
                .put("pushes_per_second", pushesPerSecond)
                .put("empty_query_rate", emptyQueryRate)
                .put("c2b_validation", c2bValidation)
                .put("c2b_register_once", c2bRegisterOnce)
                .put("pull_unregistered", pullUnregistered)
                .put("pull_nairobi_dates", pullNairobiDates);
    }

    /** Back to how the program starts. */
    public void reset() {
        set(new Switches().shown());
    }
}
