package duka.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven77",
                "password",
                "Password1",
                "PASSWORD123",
                "12345678",
                "87654321",
                "abcdefgh",
                "zxcvbnm123",
                "aaaaaaaa",
                "abababab",
                "qwertyui",
                "iloveyou",
                "welcome2024",
                "wanjiku@duka.test",
                "WANJIKU@duka.test"
            })
    void what_everybody_tries_first_is_refused(String password) {
        assertThat(policy.objection(password, "wanjiku@duka.test")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr0ub4dor&3", "sukuma wiki na ugali", "Str0ng!Pass#2026", "ÄÖÜ-passwört", "k8sd7fh2"})
    void others_are_taken(String password) {
        assertThat(policy.objection(password, "wanjiku@duka.test")).isEmpty();
    }

    @Test
    void a_password_has_at_most_128_characters() {
        assertThat(policy.objection("sukuma wiki ".repeat(10) + "12345678", "a@b.ke"))
                .isEmpty();
        assertThat(policy.objection("sukuma wiki ".repeat(10) + "123456789", "a@b.ke"))
                .isPresent();
    }
}
