package daraja.simulator.c2b;

import daraja.simulator.clock.NairobiTime;
import daraja.simulator.web.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** The post for validation and confirmation; every value is a text. */
final class C2bBody {

    private C2bBody() {}

    /** @param orgBalance blank on validation */
    static ObjectNode of(
            int version,
            String type,
            String receipt,
            Instant at,
            long amount,
            String shortcode,
            String reference,
            String orgBalance,
            String msisdn) {
        return Json.object()
                .put("TransactionType", type)
                .put("TransID", receipt)
                .put("TransTime", NairobiTime.compact(at))
                .put("TransAmount", money(amount))
                .put("BusinessShortCode", shortcode)
                .put("BillRefNumber", reference)
                .put("InvoiceNumber", "")
                .put("OrgAccountBalance", orgBalance)
                .put("ThirdPartyTransID", "")
                .put("MSISDN", version == 1 ? hashed(msisdn) : masked(msisdn))
                .put("FirstName", "WANJIKU")
                .put("MiddleName", "")
                .put("LastName", "");
    }

    static String money(long shillings) {
        return BigDecimal.valueOf(shillings).setScale(2).toPlainString();
    }

    private static String masked(String msisdn) {
        return msisdn.substring(0, 4) + " ***** " + msisdn.substring(9);
    }

    private static String hashed(String msisdn) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(msisdn.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
