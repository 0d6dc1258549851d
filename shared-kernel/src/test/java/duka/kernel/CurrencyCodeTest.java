package duka.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCodeTest {

    @Test
    void the_shilling_is_known() {
        assertThat(CurrencyCode.KES).hasToString("KES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kes", "KE", "KESX", "K1S"})
    void anything_but_three_capitals_is_no_currency(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyCode(code));
    }
}
