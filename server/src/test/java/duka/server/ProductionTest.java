package duka.server;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ProductionTest {

    @Test
    void a_shop_with_its_own_secrets_may_start() {
        assertThatNoException().isThrownBy(() -> Production.demand(complete()));
    }

    @ParameterizedTest
    @CsvSource({
        "DUKA_MASTER_KEY,",
        "DUKA_JWT_KEY,",
        "DUKA_DARAJA_PASSKEY,",
        "DUKA_DARAJA_BASE_URL,http://localhost:8090",
        "DUKA_DARAJA_CALLBACK_BASE,http://shop.example",
        "DUKA_SMTP_HOST,",
        "DUKA_LIMITS,off",
        "DUKA_CLOCK_OFFSET,5m",
        "DUKA_CRASH_AT,command ordering.PlaceOrder arrives",
        "DUKA_CRASH_POINTS_FILE,points.txt"
    })
    void what_is_handy_in_development_is_refused(String setting, String value) {
        MockEnvironment environment = complete().withProperty(setting, value == null ? "" : value);
        assertThatThrownBy(() -> Production.demand(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(setting);
    }

    private static MockEnvironment complete() {
        return new MockEnvironment()
                .withProperty("DUKA_MASTER_KEY", "key")
                .withProperty("DUKA_JWT_KEY", "key")
                .withProperty("duka.daraja.base-url", "https://api.example")
                .withProperty("DUKA_DARAJA_CALLBACK_BASE", "https://shop.example")
                .withProperty("DUKA_DARAJA_CONSUMER_KEY", "key")
                .withProperty("DUKA_DARAJA_CONSUMER_SECRET", "secret")
                .withProperty("DUKA_DARAJA_PASSKEY", "passkey")
                .withProperty("DUKA_DARAJA_INITIATOR_PASSWORD", "password")
                .withProperty("duka.smtp.host", "mail.example")
                .withProperty("DUKA_SMTP_FROM", "shop@shop.example");
    }
}
