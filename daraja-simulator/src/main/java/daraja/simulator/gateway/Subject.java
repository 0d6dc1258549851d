package daraja.simulator.gateway;

import org.jspecify.annotations.Nullable;

/** Whom and what amount a call is about, so that a script can be for one phone or one amount. */
public record Subject(@Nullable String msisdn, long amount) {

    /** Reads the fields in which the products name phone and amount. */
    public static Subject of(Fields fields) {
        String amount = fields.optional("Amount");
        return new Subject(phone(fields), amount != null && amount.matches("\\d{1,12}") ? Long.parseLong(amount) : 0);
    }

    private static @Nullable String phone(Fields fields) {
        for (String name : new String[] {"PhoneNumber", "Msisdn", "PartyB"}) {
            String value = fields.optional(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
