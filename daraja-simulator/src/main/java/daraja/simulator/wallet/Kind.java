package daraja.simulator.wallet;

import java.util.Locale;

/** Why money moved. */
public enum Kind {
    PAYMENT,
    REVERSAL,
    B2C;

    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String shown) {
        return valueOf(shown.toUpperCase(Locale.ROOT));
    }

    /** What a shilling of this kind does to the shop's balance. */
    int signForShop() {
        return this == PAYMENT ? 1 : -1;
    }
}
