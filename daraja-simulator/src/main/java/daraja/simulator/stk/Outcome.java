package daraja.simulator.stk;

import daraja.simulator.gateway.ResultTexts;

/** How a prompt ends, and in which words callback and query tell it. */
record Outcome(String code, String callbackText, String queryText) {

    static final Outcome PAID = of("0");

    /** A phone that is off or out of reach says so in other words than one that is ignored. */
    static final Outcome UNREACHABLE =
            new Outcome("1037", "DS timeout user cannot be reached.", "DS timeout user cannot be reached.");

    static Outcome of(String code) {
        return new Outcome(code, ResultTexts.of(code), ResultTexts.inQuery(code));
    }

    boolean paid() {
        return code.equals("0");
    }
}
