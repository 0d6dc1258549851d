package duka.kernel.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.json.JsonMapper;

/** Writes an aggregate down as a snapshot does, by its fields alone, and reads it back. */
public final class Snapshots {

    private static final JsonMapper BY_FIELDS = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .build();

    private Snapshots() {}

    public static <T> void assertSurvivesSnapshot(T aggregate) {
        assertThat(read(written(aggregate), aggregate.getClass()))
                .usingRecursiveComparison()
                .isEqualTo(aggregate);
    }

    public static String written(Object aggregate) {
        return BY_FIELDS.writeValueAsString(aggregate);
    }

    public static <T> T read(String written, Class<T> aggregate) {
        return BY_FIELDS.readValue(written, aggregate);
    }
}
