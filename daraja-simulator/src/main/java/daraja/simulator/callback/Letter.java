package daraja.simulator.callback;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Something to post to the shop. */
public record Letter(String kind, String reference, String url, Map<String, String> headers, JsonNode body) {}
