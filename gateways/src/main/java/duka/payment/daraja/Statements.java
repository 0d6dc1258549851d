package duka.payment.daraja;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Safaricom's own records of what the shop was paid: the list that is pulled, and the addresses that it announces to. */
class Statements {

    private static final String PULL = "/pulltransactions/v1/query";
    private static final String REGISTER = "/mpesa/c2b/v2/registerurl";
    private static final int PAGES = 1000;
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

    /**
     * All payments of a time, each once; nothing if the list cannot be had to its end, or not by then.
     *
     * @param to is included, to the second
     * @param by on the clock of {@link System#nanoTime}
     */
    Optional<List<PulledPayment>> all(Instant from, Instant to, long by) {
        Map<String, PulledPayment> found = new LinkedHashMap<>();
        int offset = 0;
        for (int page = 0; page < PAGES && System.nanoTime() < by; page++) {
            Optional<List<PulledPayment>> more = pull(from, to, offset);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            if (more.get().isEmpty()) {
                return Optional.of(List.copyOf(found.values()));
            }
            more.get().forEach(payment -> found.put(payment.receipt(), payment));
            offset += more.get().size();
        }
        return Optional.empty();
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
                            .ifPresent(money -> payments.add(new PulledPayment(
                                    receipt,
                                    money,
                                    JsonText.of(entry, "billreference"),
                                    JsonText.of(entry, "trxDate"),
                                    JsonText.of(entry, "msisdn"))));
                }
            }
        }
        return List.copyOf(payments);
    }
}
