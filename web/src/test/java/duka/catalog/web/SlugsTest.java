package duka.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugsTest {

    @Test
    void a_name_becomes_what_can_stand_in_an_address() {
        assertThat(Slugs.of("Café au Lait, 250 g")).isEqualTo("cafe-au-lait-250-g");
        assertThat(Slugs.of("  Mama's   Choice!  ")).isEqualTo("mamas-choice");
        assertThat(Slugs.of("ﬁne ½")).isEqualTo("fine-1-2");
        assertThat(Slugs.of("茶")).isEqualTo("item");
    }

    @Test
    void a_long_name_is_cut_and_leaves_room_for_a_number() {
        String slug = Slugs.of("a".repeat(300));
        assertThat(slug).hasSize(Slugs.MAX_LENGTH).matches(Slugs.PATTERN);
        assertThat(Slugs.numbered(slug, 12)).hasSize(Slugs.MAX_LENGTH).endsWith("-12");
        assertThat(Slugs.numbered("lamp", 1)).isEqualTo("lamp");
        assertThat(Slugs.numbered("lamp", 2)).isEqualTo("lamp-2");
    }
}
