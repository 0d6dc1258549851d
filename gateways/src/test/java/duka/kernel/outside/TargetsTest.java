package duka.kernel.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private final Targets targets = new Targets(false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://api.localhost:8080/",
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://192.168.1.1/",
                "https://user:secret@example.com/",
                "https://example.com/#here",
                "ftp://example.com/",
                "file:///etc/passwd",
                "https:///hooks",
                "not an address"
            })
    void nothing_inside_and_nothing_odd_is_sent_to(String url) {
        assertThat(targets.objectionTo(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/hooks?key=1", "http://example.com:8080/", "https://93.184.216.34/"})
    void others_are(String url) {
        assertThat(targets.objectionTo(url)).isEmpty();
    }

    @Test
    void in_production_only_https_is() {
        assertThat(new Targets(false, true).objectionTo("http://example.com/")).isPresent();
        assertThat(new Targets(false, true).objectionTo("https://example.com/")).isEmpty();
    }

    /** A name that pointed elsewhere when it was written down. */
    @Test
    void a_name_with_a_private_address_is_not_connected_to() throws Exception {
        assertThatThrownBy(() -> targets.resolve("localhost")).isInstanceOf(UnknownHostException.class);
        assertThat(new Targets(true, false).resolve("localhost")).isNotEmpty();
    }
}
