package duka.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that the libraries of Standard Webhooks accept. */
class SigningSecretTest {

    private static final String WRITTEN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void the_known_message_has_the_known_signature() {
        String header = SigningSecret.header(List.of(SigningSecret.of(WRITTEN)), ID, AT, BODY);

        assertThat(header).isEqualTo(SIGNATURE);
    }

    @Test
    void while_secrets_rotate_each_of_them_signs() {
        SigningSecret fresh = SigningSecret.fresh(new SecureRandom());

        String header = SigningSecret.header(List.of(fresh, SigningSecret.of(WRITTEN)), ID, AT, BODY);

        assertThat(header).startsWith("v1,").endsWith(" " + SIGNATURE).hasSize(2 * SIGNATURE.length() + 1);
    }

    @Test
    void a_secret_is_read_back_as_it_was_shown_and_never_printed_by_chance() {
        String shown = SigningSecret.fresh(new SecureRandom()).reveal();

        assertThat(SigningSecret.of(shown).reveal()).isEqualTo(shown);
        assertThat(SigningSecret.of(shown)).hasToString("whsec_…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64 at all"})
    void what_is_no_secret_is_refused(String written) {
        assertThatThrownBy(() -> SigningSecret.of(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
