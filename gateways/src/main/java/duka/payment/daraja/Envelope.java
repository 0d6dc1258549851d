package duka.payment.daraja;

import duka.identity.api.PersonKeys;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Seals what this gateway writes down: under the key of the person that it tells about, else under one of its own. */
class Envelope {

    /** Whose key seals what belongs to nobody that we know: the token, and posts to addresses that we never gave. */
    private static final PersonId NOBODY_KNOWN = new PersonId(UUID.fromString("019ab9f0-da4a-7a00-8000-000000000001"));

    private final JsonMapper storedJson;
    private final PersonKeys keys;
    private final AtomicBoolean ownKeyExists = new AtomicBoolean();

    Envelope(JsonMapper storedJson, PersonKeys keys) {
        this.storedJson = storedJson;
        this.keys = keys;
    }

    /** Makes the gateway's own key; call it outside of any transaction before anything is sealed. */
    void prepare() {
        if (!ownKeyExists.get()) {
            keys.createFor(NOBODY_KNOWN);
            ownKeyExists.set(true);
        }
    }

    /** What Safaricom says of somebody erased is about money all the same: it is kept as long as any callback. */
    String seal(@Nullable PersonId person, String text) {
        return seal(Personal.of(person == null || keys.isErased(person) ? NOBODY_KNOWN : person, text));
    }

    String seal(Personal personal) {
        return storedJson.writeValueAsString(personal);
    }

    /** The text, or nothing once its person was erased. */
    Optional<String> open(String sealed) {
        return personal(sealed).reveal();
    }

    Personal personal(String sealed) {
        return storedJson.readValue(sealed, Personal.class);
    }
}
