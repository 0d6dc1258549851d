package duka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law holds in the house, and every law fires at its offender. */
class ArchitectureTest {

    static List<Law> laws() {
        return Stream.of(ModuleLaws.ALL, MessageLaws.ALL, StyleLaws.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void the_house_keeps_it(Law law) {
        law.rule().check(House.OURS);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void its_offender_does_not_get_away(Law law) {
        assertThat(law.rule().evaluate(House.OFFENDERS).getFailureReport().getDetails())
                .as(law.toString())
                .anyMatch(report -> report.contains(law.offender()));
    }

    @Test
    void the_laws_speak_about_the_whole_house() {
        assertThat(House.OURS)
                .extracting(type -> House.roleOf(type).orElse(""))
                .contains("", "api", "command", "saga", "web", "server");
    }
}
