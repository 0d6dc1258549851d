package duka.payment.daraja;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Safaricom's own records of what the shop was paid: the list that is pulled, and the addresses that it announces to. */
class Statements {

    private static final String PULL = "/pulltransactions/v1/query";
    private static final String REGISTER = "/mpesa/c2b/v2/registerurl";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Password.NAIROBI);

    private final DarajaClient daraja;
    private final DarajaProperties properties;

    Statements(DarajaClient daraja, DarajaProperties properties) {
        this.daraja = daraja;
        this.properties = properties;
    }

    /** One page of payments, or nothing if the list cannot be had; an empty page ends it. */
    Optional<List<PulledPayment>> pull(Instant from, Instant to, int offset) {
        Reply reply = daraja.call(
                PULL,
                Map.of(
                        "ShortCode", properties.shortcode(),
                        "StartDate", MOMENT.format(from),
                        "EndDate", MOMENT.format(to),
                        "OffSetValue", Integer.toString(offset)));
        if (!(reply instanceof Reply.Json json)) {
            return Optional.empty();
        }
        String code = json.text("ResponseCode");
        if ("1001".equals(code)) {
            return Optional.of(List.of());
        }
        return "1000".equals(code) ? Optional.of(payments(json.body().path("Response"))) : Optional.empty();
    }

    /** Registers the address for payments that customers make by themselves; production takes it once. */
    boolean register(String confirmationUrl) {
        Reply reply = daraja.call(
                REGISTER,
                Map.of(
                        "ShortCode",
                        properties.shortcode(),
                        "ResponseType",
                        "Completed",
                        "ConfirmationURL",
                        confirmationUrl,
                        "ValidationURL",
                        confirmationUrl));
        if (!(reply instanceof Reply.Json json)) {
            return false;
        }
        String code = json.text("ResponseCode");
        boolean known = json.errorMessage().contains("already registered");
        return known || "0".equals(code) || "00000000".equals(code);
    }

    private static List<PulledPayment> payments(JsonNode lists) {
        List<PulledPayment> payments = new ArrayList<>();
        for (JsonNode list : lists) {
            for (JsonNode entry : list) {
                String receipt = JsonText.of(entry, "transactionId");
                String amount = JsonText.of(entry, "amount");
                if (receipt != null && amount != null) {
                    Shillings.parse(amount)
                            .ifPresent(money -> payments.add(
                                    new PulledPayment(receipt, money, JsonText.of(entry, "billreference"))));
                }
            }
        }
        return List.copyOf(payments);
    }
}
