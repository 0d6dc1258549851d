package duka.server.duework;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Due work as it is stored: the one JSON of everything, so what is personal in it is sealed. */
final class WorkJson implements Serializer {

    private final JsonMapper json;

    WorkJson(JsonMapper json) {
        this.json = json;
    }

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : json.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        return data == null ? null : json.readValue(data, type);
    }
}
