package duka.payment.daraja;

import duka.kernel.Money;
import duka.kernel.PhoneNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment as Safaricom's own list of the last 48 hours has it.
 *
 * @param date as it is written there: with a {@code Z}, which is not always true
 * @param msisdn who paid, in digits, as a hash, or with stars
 */
record PulledPayment(
        String receipt,
        Money amount,
        @Nullable String billReference,
        @Nullable String date,
        @Nullable String msisdn) {

    /** The moment that it means: the one in that time, if it is read as UTC or else as Nairobi's. */
    Optional<Instant> at(Instant from, Instant until) {
        if (date == null) {
            return Optional.empty();
        }
        try {
            Instant written = Instant.parse(date);
            Instant nairobi = LocalDateTime.parse(date.substring(0, date.length() - 1))
                    .atZone(Password.NAIROBI)
                    .toInstant();
            boolean inside = !written.isBefore(from) && written.isBefore(until);
            boolean otherInside = !nairobi.isBefore(from) && nairobi.isBefore(until);
            return Optional.of(!inside && otherInside ? nairobi : written);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Who paid, as staff may see it; nothing if that cannot be read. */
    Optional<String> phoneMasked() {
        if (msisdn == null) {
            return Optional.empty();
        }
        return PhoneNumber.parse(msisdn)
                .or(() -> PhoneNumber.parse("0" + msisdn))
                .map(PhoneNumber::masked);
    }
}
