package duka.payment.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.api.PersonKeys;
import duka.kernel.PersonId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private final PersonId amina = new PersonId(UUID.randomUUID());
    private final Set<PersonId> erased = new HashSet<>();
    private final Envelope envelope = new Envelope(Payload.JSON, new PersonKeys() {
        @Override
        public void createFor(PersonId person) {}

        @Override
        public void erase(PersonId person) {
            erased.add(person);
        }

        @Override
        public boolean isErased(PersonId person) {
            return erased.contains(person);
        }
    });

    @Test
    void what_is_said_of_somebody_is_sealed_for_them() {
        String sealed = envelope.seal(amina, "paid");
        assertThat(envelope.personal(sealed).owner()).isEqualTo(amina);
    }

    @Test
    void what_is_said_of_somebody_erased_can_still_be_read_since_it_is_about_money() {
        erased.add(amina);
        String sealed = envelope.seal(amina, "paid");
        assertThat(envelope.personal(sealed).owner()).isNotEqualTo(amina);
        assertThat(envelope.open(sealed)).contains("paid");
    }
}
