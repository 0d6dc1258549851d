package duka.kernel.query;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Views as JSON documents in a row: in the form of everything that is stored, so what is personal stays sealed. */
@Component
public class ViewJson {

    private final JsonMapper json;

    ViewJson(@Qualifier("storedJson") JsonMapper json) {
        this.json = json;
    }

    public String write(Object view) {
        return StorableText.ofJson(json.writeValueAsString(view));
    }

    public <V> V read(String document, Class<V> type) {
        return json.readValue(document, type);
    }
}
