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
        String written = BY_FIELDS.writeValueAsString(aggregate);
        Object read = BY_FIELDS.readValue(written, aggregate.getClass());
        assertThat(read).usingRecursiveComparison().isEqualTo(aggregate);
    }

    public static String written(Object aggregate) {
        return BY_FIELDS.writeValueAsString(aggregate);
    }
}
