package duka.payment.daraja;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was posted to one of our addresses.
 *
 * @param tokenHash of the address, or {@code null} if that has no secret part
 * @param body as it came, or {@code null} once its person was erased
 */
record StoredCallback(
        UUID id,
        Kind kind,
        @Nullable String tokenHash,
        @Nullable String body) {

    enum Kind {
        /** About a prompt, on the prompt's own address. */
        PROMPT,
        /** About a prompt, on the address that everybody can read about. */
        OPEN_PROMPT,
        RESULT,
        TIMEOUT,
        CONFIRMATION;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public String toString() {
        return "StoredCallback[" + id + ", " + kind + "]";
    }
}
