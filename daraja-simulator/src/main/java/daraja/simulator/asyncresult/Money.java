package daraja.simulator.asyncresult;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;

/** Shillings in the spellings of results. */
final class Money {

    private Money() {}

    /** The number {@code 200.00}. */
    static JsonNode number(long shillings) {
        return DecimalNode.valueOf(BigDecimal.valueOf(shillings).setScale(2));
    }

    /** The text {@code 200.00}. */
    static String text(long shillings) {
        return BigDecimal.valueOf(shillings).setScale(2).toPlainString();
    }

    /** {@code Utility Account|KES|200.00|200.00|0.00|0.00}: available, current, reserved, uncleared. */
    static String account(String name, long shillings) {
        return name + "|KES|" + text(shillings) + '|' + text(shillings) + "|0.00|0.00";
    }
}
